using System.Collections.Immutable;
using Orleans;
using Reva.Grains.Conversations;
using Reva.Grains.Stores;

namespace Reva.Server.Hosting;

/// <summary>After a start: wakes the conversations whose last message has no answer yet, and the stores.</summary>
internal sealed class Resumption(IGrainFactory grains, IConversationLog log, ConfiguredStoreProfiles stores, ILogger<Resumption> logger) : BackgroundService
{
    private const int AtOnce = 32;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var storeId in stores.StoreIds)
            await grains.GetGrain<IStoreGrain>(StoreKey.Of(storeId)).Open();
        var waiting = await UnansweredAsync(stoppingToken);
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, ResumeAsync);
        if (waiting.Length > 0)
            logger.LogInformation("Resumed {Count} conversations that waited for an answer", waiting.Length);
    }

    private async Task<ImmutableArray<(string StoreId, string ConversationId)>> UnansweredAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await log.UnansweredAsync(cancellationToken);
        }
        catch (LogUnavailableException failure)
        {
            // Each is resumed when its shopper comes back.
            logger.LogWarning(failure, "Unanswered conversations could not be read at the start");
            return [];
        }
    }

    private async ValueTask ResumeAsync((string StoreId, string ConversationId) waiting, CancellationToken cancellationToken)
    {
        try
        {
            await grains.GetGrain<IConversationGrain>(ConversationKey.Of(waiting.StoreId, waiting.ConversationId)).Resume();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One that cannot be woken must not keep the others waiting.
            logger.LogWarning(failure, "Conversation {ConversationId} was not resumed; it will be when its shopper comes back", waiting.ConversationId);
        }
    }
}
