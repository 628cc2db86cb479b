namespace Reva.Connections.Tests.Parts;

/// <summary>The real time, moved on by as much as a test wants: waits stay short, and minutes pass at once.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long _shift;

    public void Advance(TimeSpan span) => Interlocked.Add(ref _shift, span.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));
}
