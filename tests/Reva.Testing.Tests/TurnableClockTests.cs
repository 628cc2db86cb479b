using FsCheck;
using FsCheck.Fluent;
using Reva.Testing.Time;

namespace Reva.Testing.Tests;

public sealed class TurnableClockTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public void Time_stands_still_until_it_is_turned()
    {
        var before = _clock.GetUtcNow();

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(before.AddMinutes(5), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5), _clock.GetElapsedTime(before.UtcTicks));
    }

    [Fact]
    public void Every_timer_on_the_way_fires_once_in_order_and_sees_its_own_moment() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(), delays =>
        {
            var clock = new TurnableClock();
            var begin = clock.GetUtcNow();
            var fired = new List<int>();
            var timers = delays.Get.Select(delay => clock.CreateTimer(
                _ => fired.Add((int)(clock.GetUtcNow() - begin).TotalSeconds),
                state: null,
                TimeSpan.FromSeconds(delay.Get),
                Timeout.InfiniteTimeSpan)).ToList();

            clock.Advance(TimeSpan.FromSeconds(delays.Get.Max(delay => delay.Get)));

            timers.ForEach(timer => timer.Dispose());
            return fired.SequenceEqual(delays.Get.Select(delay => delay.Get).Order());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_periodic_timer_fires_at_each_of_its_moments_even_when_time_leaps()
    {
        var ticks = 0;
        using var timer = _clock.CreateTimer(_ => ticks++, state: null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10));

        _clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(4, ticks);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_reaches_it_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _clock);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromMinutes(1));
        await delay;
        Assert.Equal(0, _clock.WaitingTimers);
    }

    [Fact]
    public void A_timer_that_was_given_up_never_fires()
    {
        var fired = false;
        var timer = _clock.CreateTimer(_ => fired = true, state: null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.False(fired);
        Assert.False(timer.Change(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan));
    }
}
