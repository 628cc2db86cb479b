using System.Collections.Immutable;
using Orleans;
using Reva.Grains.Conversations;
using Reva.Grains.Outbox;
using Reva.Grains.Stores;

namespace Reva.Server.Hosting;

/// <summary>After a start: wakes the conversations whose last message has no answer yet, the stores, and their outboxes.</summary>
internal sealed class Resumption(IGrainFactory grains, IConversationLog log, ConfiguredStoreProfiles stores, TimeProvider clock, ILogger<Resumption> logger) : BackgroundService
{
    private const int AtOnce = 32;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll([.. stores.StoreIds.Select(storeId => OpenAsync(storeId, stoppingToken)), AnswerAsync(stoppingToken)]);
    }

    // In a cluster the process that had the store may just have gone; a server must not end for that.
    private async Task OpenAsync(string storeId, CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await grains.GetGrain<IStoreGrain>(StoreKey.Of(storeId)).Open();
                await grains.GetGrain<IOutboxGrain>(OutboxKey.Of(storeId)).Open();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "Store {StoreId} could not be opened; the next try is in {Pause}", storeId, pause);
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
    }

    private async Task AnswerAsync(CancellationToken stoppingToken)
    {
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
