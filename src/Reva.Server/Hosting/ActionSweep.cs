using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Server.Hosting;

/// <summary>Wakes conversations whose confirmed action has not ended: their process stopped, or the platform stayed away longer than they stayed awake.</summary>
internal sealed class ActionSweep(IGrainFactory grains, IConversationLog log, TimeProvider clock, ILogger<ActionSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);
    // A younger one is most likely being carried out right now.
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(TimeSpan.Zero, stoppingToken);
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await SweepAsync(Age, stoppingToken);
    }

    private async Task SweepAsync(TimeSpan age, CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (storeId, conversationId) in await log.UnfinishedActionsAsync(clock.GetUtcNow() - age, stoppingToken))
                await grains.GetGrain<IConversationGrain>(ConversationKey.Of(storeId, conversationId)).Resume();
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogWarning(failure, "Unfinished actions could not be looked for; the next try is in {Period}", Period);
        }
    }
}
