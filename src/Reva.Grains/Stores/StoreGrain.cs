using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Reva.Agent.Ports;
using Reva.Grains.Stores.Sync;

namespace Reva.Grains.Stores;

/// <inheritdoc cref="IStoreGrain"/>
[KeepAlive]
public sealed class StoreGrain(
    [PersistentState("store", "documents")] IPersistentState<StoreDocument> document, ShopSync sync, ConfiguredStoreProfiles stores, TimeProvider clock, ILogger<StoreGrain> logger) : Grain, IStoreGrain, IRemindable
{
    private const string SyncReminder = "sync";
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FullEvery = TimeSpan.FromHours(24);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private bool _running;
    private string? _error;
    // What progress tells: a sync is done once that is stored and the next may begin.
    private SyncState? _told;

    /// <inheritdoc/>
    public async Task Open()
    {
        await this.RegisterOrUpdateReminder(SyncReminder, Every, Every);
        var source = stores.SourceOf(StoreKey.Parse(this.GetPrimaryKeyString()));
        if (document.State.Sync.Source != source)
            document.State.Sync = new SyncState { Source = source };
        Begin(document.State.Sync.LastGoodStart is null || IsFullDue());
    }

    /// <inheritdoc/>
    public Task<SyncProgress> StartSync(bool full)
    {
        Begin(full);
        return Progress();
    }

    /// <inheritdoc/>
    public Task<SyncProgress> Progress()
    {
        var s = _told ?? document.State.Sync;
        return Task.FromResult(new SyncProgress(s.Phase, s.Full, s.Products, s.Pages, s.Embedded, s.Removed, s.StartedAt, s.FinishedAt, _error) { EverFinished = s.LastGoodStart is not null });
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Begin(IsFullDue());
        return Task.CompletedTask;
    }

    private bool IsFullDue() => document.State.Sync.LastFull is not { } last || clock.GetUtcNow() - last >= FullEvery;

    private void Begin(bool full)
    {
        if (_running)
            return;
        _running = true;
        var before = document.State.Sync;
        // What was cut off goes on where it was; its cursor is still good.
        if (!before.IsRunning)
            document.State.Sync = before with { Phase = SyncPhase.Products, Full = full, Cursor = null, StartedAt = clock.GetUtcNow(), FinishedAt = null, Products = 0, Pages = 0, Embedded = 0, Removed = 0 };
        _told = document.State.Sync;
        _ = RunAsync();
    }

    // Runs beside the grain's calls: each page is one await, and progress can be asked for in between.
    private async Task RunAsync()
    {
        var storeId = StoreKey.Parse(this.GetPrimaryKeyString());
        var pause = FirstPause;
        try
        {
            while (document.State.Sync.IsRunning)
            {
                if (await GoesOnAsync(storeId, pause))
                {
                    (_error, pause) = (null, FirstPause);
                    if (document.State.Sync.IsRunning)
                        _told = document.State.Sync;
                    continue;
                }
                await Task.Delay(pause, clock);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            logger.LogInformation("Store {StoreId} is in step: {Products} products, {Pages} pages, {Embedded} texts embedded", storeId, document.State.Sync.Products, document.State.Sync.Pages, document.State.Sync.Embedded);
        }
        finally
        {
            _running = false;
            _told = document.State.Sync;
        }
    }

    // One page further; false when it must be tried again. What was stored before stays: a page is stored as often as it is read.
    private async Task<bool> GoesOnAsync(string storeId, TimeSpan pause)
    {
        try
        {
            document.State.Sync = await sync.NextAsync(storeId, document.State.Sync, CancellationToken.None);
            await document.WriteStateAsync();
            return true;
        }
        catch (ShopUnavailableException failure)
        {
            _error = $"The shop does not answer; the next try is in {pause.TotalSeconds:0} s.";
            logger.LogWarning(failure, "Sync of store {StoreId} waits {Pause}", storeId, pause);
        }
        catch (InconsistentStateException failure)
        {
            // Written after all, by us before the connection broke or by another activation: what is stored is where it goes on.
            logger.LogWarning(failure, "Sync of store {StoreId} reads its state anew", storeId);
            await ReadAgainAsync(storeId);
        }
        catch (Exception failure)
        {
            _error = $"A failure of our own; the next try is in {pause.TotalSeconds:0} s.";
            logger.LogError(failure, "Sync of store {StoreId} failed and waits {Pause}", storeId, pause);
        }
        return false;
    }

    private async Task ReadAgainAsync(string storeId)
    {
        try
        {
            await document.ReadStateAsync();
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The state of store {StoreId} could not be read; the next try will", storeId);
        }
    }
}
