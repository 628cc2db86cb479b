using Orleans;
using Reva.Grains.Conversations;
using Reva.Grains.Stores;

namespace Reva.Server.Hosting;

/// <summary>After a start: wakes the conversations whose last message has no answer yet, and the stores.</summary>
internal sealed class Resumption(IGrainFactory grains, IConversationLog log, ConfiguredStoreProfiles stores, ILogger<Resumption> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var storeId in stores.StoreIds)
            await grains.GetGrain<IStoreGrain>(StoreKey.Of(storeId)).Open();
        try
        {
            var unanswered = await log.UnansweredAsync(stoppingToken);
            foreach (var (storeId, conversationId) in unanswered)
                await grains.GetGrain<IConversationGrain>(ConversationKey.Of(storeId, conversationId)).Resume();
            if (unanswered.Length > 0)
                logger.LogInformation("Resumed {Count} conversations that waited for an answer", unanswered.Length);
        }
        catch (LogUnavailableException failure)
        {
            // Each is resumed when its shopper comes back.
            logger.LogWarning(failure, "Unanswered conversations could not be read at the start");
        }
    }
}
