namespace Reva.Sandbox.Tests.Parts;

/// <summary>A clock that stands until a test turns it; what waits for it goes on when its time has come.</summary>
public sealed class HandTurnedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private readonly SemaphoreSlim _set = new(0);
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Advance(TimeSpan by)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += by;
            due = _alarms.FindAll(a => a.At <= _now);
            _alarms.RemoveAll(a => a.At <= _now);
        }
        due.ForEach(a => a.Ring());
    }

    /// <summary>Ends when somebody has begun to wait for a moment to come.</summary>
    public async Task SomebodyWaits() =>
        Assert.True(await _set.WaitAsync(TimeSpan.FromSeconds(20)), "nobody began to wait for the clock");

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(HandTurnedClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                At = clock._now + dueTime;
                clock._alarms.Add(this);
            }
            clock._set.Release();
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
