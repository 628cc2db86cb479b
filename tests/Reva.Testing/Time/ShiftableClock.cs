namespace Reva.Testing.Time;

/// <summary>The system's clock, set forward by as much as a test says: for a whole server, whose timers must go on by themselves. Safe for many threads.</summary>
public sealed class ShiftableClock : TimeProvider
{
    private long _ahead;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    /// <summary>Sets the clock forward; timers that wait already keep their moment.</summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, span.Ticks);
    }
}
