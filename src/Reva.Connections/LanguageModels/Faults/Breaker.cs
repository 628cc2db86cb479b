namespace Reva.Connections.LanguageModels.Faults;

/// <summary>
/// Leaves a failing provider alone: after some failures in a row, at once after silence, and as long as it asks after a 429.
/// Then one call at a time tries it again until one succeeds. Thread safe.
/// </summary>
internal sealed class Breaker(int failuresToBreak, TimeSpan breakFor, TimeProvider time)
{
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _leftAloneUntil;

    /// <summary>Whether a call would be let through now.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return _leftAloneUntil is { } until && time.GetUtcNow() < until;
        }
    }

    /// <summary>Lets a call through, or says no. A call that is let through must report how it went; one that never does blocks the next try for one break only.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_leftAloneUntil is not { } until)
                return true;
            var now = time.GetUtcNow();
            if (now < until)
                return false;
            // This call is the probe: the others keep waiting until it reports.
            _leftAloneUntil = now + breakFor;
            return true;
        }
    }

    /// <summary>The call went well to its end.</summary>
    public void Succeeded()
    {
        lock (_lock)
            (_failures, _leftAloneUntil) = (0, null);
    }

    /// <summary>The call failed.</summary>
    public void Failed(ModelFault fault)
    {
        if (fault.Kind is ModelFaultKind.Unwilling or ModelFaultKind.Slow)
            return;
        lock (_lock)
        {
            _failures++;
            var wait = Wait(fault);
            if (wait > TimeSpan.Zero)
                _leftAloneUntil = time.GetUtcNow() + wait;
        }
    }

    private TimeSpan Wait(ModelFault fault)
    {
        if (fault is { Kind: ModelFaultKind.Busy, RetryAfter: { } asked })
            return asked < LongestBreak ? asked : LongestBreak;
        return fault.Kind == ModelFaultKind.Silent || _failures >= failuresToBreak || _leftAloneUntil is not null ? breakFor : TimeSpan.Zero;
    }
}
