using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;
using Reva.Agent.Ports;

namespace Reva.Grains.Outbox;

/// <inheritdoc cref="IOutboxGrain"/>
[KeepAlive]
public sealed partial class OutboxGrain(IOutboxStore store, IMail mail, TimeProvider clock, ILogger<OutboxGrain> logger) : Grain, IOutboxGrain, IRemindable
{
    private const string Look = "look";
    private const int AtOnce = 8;
    // The reminder wakes a sender whose process went; while it runs it looks by itself.
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _end = new();
    private TaskCompletionSource _woken = new();
    private bool _running;
    private string _storeId = "";

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _storeId = OutboxKey.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => await _end.CancelAsync();

    /// <inheritdoc/>
    public async Task Open()
    {
        await this.RegisterOrUpdateReminder(Look, Every, Every);
        await Wake();
    }

    /// <inheritdoc/>
    public Task Wake()
    {
        _woken.TrySetResult();
        if (!_running)
        {
            _running = true;
            _ = RunAsync();
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Wake();

    // Beside the grain's calls, until nothing waits: a mail that comes meanwhile is found by the next look.
    private async Task RunAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                _woken = new TaskCompletionSource();
                var pause = await PauseAsync();
                // Who woke it while it looked may have brought something that it has not seen.
                if (pause is null && !_woken.Task.IsCompleted)
                    return;
                if (pause > TimeSpan.Zero)
                    await Task.WhenAny(_woken.Task, Task.Delay(pause.Value, clock, _end.Token));
            }
        }
        finally
        {
            _running = false;
        }
    }

    /// <summary>Sends what is due; answers how long to wait for more, null when nothing waits.</summary>
    private async Task<TimeSpan?> PauseAsync()
    {
        try
        {
            var due = await store.DueAsync(_storeId, clock.GetUtcNow(), AtOnce, _end.Token);
            await Task.WhenAll(due.Select(SendAsync));
            if (due.Length > 0)
                return TimeSpan.Zero;
            return await store.NextDueAsync(_storeId, _end.Token) is not { } next ? null
                : next <= clock.GetUtcNow() ? TimeSpan.Zero : Shorter(next - clock.GetUtcNow(), Every);
        }
        catch (Exception failure) when (!_end.IsCancellationRequested)
        {
            // The rows are where they were; a mail whose end was not stored is tried again under its key.
            LogAway(failure, _storeId);
            return DatabasePause;
        }
    }

    private async Task SendAsync(OutboxRow row)
    {
        var outcome = await TryAsync(row);
        await store.SettleAsync(_storeId, row.Key, outcome, CancellationToken.None);
        if (outcome.Status == OutboxStatus.GivenUp)
            LogGivenUp(_storeId, row.Key, row.Attempts + 1, outcome.Error);
    }

    private async Task<OutboxOutcome> TryAsync(OutboxRow row)
    {
        if (clock.GetUtcNow() > OutboxPace.Deadline(row))
            return new OutboxOutcome(OutboxStatus.GivenUp, clock.GetUtcNow(), row.Error ?? "It was too late to send it.", null);
        try
        {
            var id = await mail.SendAsync(_storeId, row.Message, $"{_storeId}:{row.Key}", _end.Token);
            return new OutboxOutcome(OutboxStatus.Sent, clock.GetUtcNow(), null, id);
        }
        catch (Exception failure) when (failure is MailUnavailableException or MailRefusedException)
        {
            return OutboxPace.Failed(row, failure, clock.GetUtcNow(), Random.Shared.NextDouble());
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(LogLevel.Error, "Mail {Key} of store {StoreId} is given up after {Attempts} tries: {Reason}")]
    private partial void LogGivenUp(string storeId, string key, int attempts, string? reason);

    [LoggerMessage(LogLevel.Warning, "The outbox of store {StoreId} waits a moment")]
    private partial void LogAway(Exception failure, string storeId);
}
