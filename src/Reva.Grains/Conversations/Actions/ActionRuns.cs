using Microsoft.Extensions.Logging;
using Reva.Agent.Actions;
using Reva.Core.Actions;

namespace Reva.Grains.Conversations.Actions;

/// <summary>
/// Brings confirmed actions to their end, each once, whoever waits for it; not stopped by the end of a turn. What its process does not finish
/// is gone on with by the next activation. Lives on its grain's scheduler.
/// </summary>
internal sealed partial class ActionRuns(ActionRunner runner, IActionStore store, TimeProvider clock, ILogger logger, Action lost) : IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Task<ActionRecord>> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>The end of an action; the same for everyone who asks while it runs.</summary>
    public Task<ActionRecord> EndOf(string actionId)
    {
        if (_running.TryGetValue(actionId, out var known))
            return known;
        var run = RunAsync(actionId);
        if (!run.IsCompleted)
            _running[actionId] = run;
        return run;
    }

    /// <summary>Begins whatever was confirmed and has not ended.</summary>
    public void Resume()
    {
        foreach (var action in store.Actions.Where(a => a.Status is ActionStatus.Confirmed or ActionStatus.Running))
            Begin(action.ActionId);
    }

    /// <summary>Begins an action without waiting for it.</summary>
    public void Begin(string actionId) => _ = EndOf(actionId);

    /// <summary>Whether one runs.</summary>
    public bool Any => _running.Count > 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task<ActionRecord> RunAsync(string actionId)
    {
        var stopped = _stop.Token;
        // The run must be known before it does anything: its own first event may ask for it.
        await Task.Yield();
        try
        {
            while (true)
            {
                try
                {
                    return await runner.RunAsync(actionId, store, stopped);
                }
                catch (LogUnavailableException failure)
                {
                    LogUnstored(failure, actionId);
                    await Task.Delay(AfterFailure, clock, stopped);
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next activation reads what is stored and goes on from there.
            LogBroken(failure, actionId);
            lost();
            throw;
        }
        finally
        {
            _running.Remove(actionId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Action {ActionId}: a step could not be stored yet; trying again")]
    private partial void LogUnstored(Exception failure, string actionId);

    [LoggerMessage(LogLevel.Error, "Action {ActionId} could not be brought to its end here")]
    private partial void LogBroken(Exception failure, string actionId);
}
