namespace Reva.Testing.Time;

/// <summary>
/// The tests' own time: it stands still until it is turned, and turning it fires every timer on the way, in order,
/// with the clock standing at that timer's moment. Safe for many threads; timers fire on the turning thread.
/// </summary>
public sealed class TurnableClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<TurnableTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>A clock that stands at noon of 15 June 2026, UTC.</summary>
    public TurnableClock()
        : this(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait for a moment: lets a test see that something has begun to wait.</summary>
    public int WaitingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TurnableTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Turns the clock on; a span below zero is refused, because time that runs back hides mistakes.</summary>
    public void Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + span);
    }

    /// <summary>Turns the clock on to a moment, which must not lie behind it.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, GetUtcNow());
        while (TakeNextDue(moment) is { } timer)
        {
            timer.Fire();
        }
    }

    internal void Schedule(TurnableTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        bool fireNow;
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Period = period;
            fireNow = dueTime == TimeSpan.Zero;
            timer.Due = _now + (fireNow ? period : dueTime);
            if ((fireNow ? period : dueTime) > TimeSpan.Zero)
            {
                _timers.Add(timer);
            }
        }

        if (fireNow)
        {
            // As the system's timers do: never inside the call that sets the timer, whose caller may hold a lock.
            ThreadPool.QueueUserWorkItem(static due => due.Fire(), timer, preferLocal: false);
        }
    }

    internal bool Remove(TurnableTimer timer)
    {
        lock (_gate)
        {
            return _timers.Remove(timer);
        }
    }

    private TurnableTimer? TakeNextDue(DateTimeOffset moment)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due);
            if (next is null)
            {
                _now = moment > _now ? moment : _now;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            next.Due += next.Period;
            if (next.Period <= TimeSpan.Zero)
            {
                _timers.Remove(next);
            }

            return next;
        }
    }
}
