using Orleans.Runtime;
using Reva.Testing.Time;

namespace Orleans.Embedded.Tests.Contract;

public interface ITimerGrain : IGrainWithStringKey
{
    Task Begin(TimeSpan due, TimeSpan period, bool interleave);
    Task BeginBroken();
    Task Change(TimeSpan due, TimeSpan period);
    Task Stop();
    Task Hold(string gate);
    [Concurrency.AlwaysInterleave]
    Task<int> Ticks();
}

public sealed class TimerGrain : Grain, ITimerGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    public Task Begin(TimeSpan due, TimeSpan period, bool interleave)
    {
        _timer = this.RegisterGrainTimer(() => { _ticks++; return Task.CompletedTask; }, new GrainTimerCreationOptions(due, period) { Interleave = interleave });
        return Task.CompletedTask;
    }

    public Task BeginBroken()
    {
        _timer = this.RegisterGrainTimer<string>((_, _) => ++_ticks == 1 ? throw new InvalidDataException("The first tick fails.") : Task.CompletedTask, "state", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }

    public Task Change(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task Stop()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => Gate.Of(gate).PassAsync();

    public Task<int> Ticks() => Task.FromResult(_ticks);
}

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TurnableClock _clock = new();

    [Fact]
    public async Task A_timer_ticks_when_due_and_then_every_period_until_it_is_stopped()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var grain = silo.Grains.GetGrain<ITimerGrain>("timer:ticks");
        await grain.Begin(Second * 3, Second, interleave: false);
        _clock.Advance(Second * 2);
        Assert.Equal(0, await grain.Ticks());
        await TicksAsync(grain, 1);
        await TicksAsync(grain, 2);
        await grain.Stop();
        _clock.Advance(Second * 10);
        Assert.Equal(2, await grain.Ticks());
    }

    [Fact]
    public async Task A_timer_of_one_tick_ticks_once_and_can_be_set_anew()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var grain = silo.Grains.GetGrain<ITimerGrain>("timer:once");
        await grain.Begin(Second, Timeout.InfiniteTimeSpan, interleave: false);
        await TicksAsync(grain, 1);
        _clock.Advance(Second * 100);
        Assert.Equal(1, await grain.Ticks());
        await grain.Change(Second, Timeout.InfiniteTimeSpan);
        await TicksAsync(grain, 2);
    }

    [Fact]
    public async Task A_tick_waits_for_the_request_that_runs_unless_it_may_interleave()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var (waits, mixes) = (silo.Grains.GetGrain<ITimerGrain>("timer:waits"), silo.Grains.GetGrain<ITimerGrain>("timer:mixes"));
        await waits.Begin(Second, Timeout.InfiniteTimeSpan, interleave: false);
        await mixes.Begin(Second, Timeout.InfiniteTimeSpan, interleave: true);
        var held = new[] { waits.Hold("timer:waits"), mixes.Hold("timer:mixes") };
        await Gate.Of("timer:waits").Entered;
        await Gate.Of("timer:mixes").Entered;
        await TicksAsync(mixes, 1);
        Assert.Equal(0, await waits.Ticks());
        Gate.Of("timer:waits").Open();
        Gate.Of("timer:mixes").Open();
        await Task.WhenAll(held);
        await Eventually.Is("the tick comes after the request", async () => await waits.Ticks() == 1);
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_stop_the_timer()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var grain = silo.Grains.GetGrain<ITimerGrain>("timer:broken");
        await grain.BeginBroken();
        await TicksAsync(grain, 1);
        await TicksAsync(grain, 2);
    }

    [Fact]
    public async Task The_timers_of_a_grain_end_with_it()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var grain = silo.Grains.GetGrain<ITimerGrain>("timer:gone");
        await grain.Begin(Second, Second, interleave: false);
        var waiting = _clock.WaitingTimers;
        await silo.Silo.ActivationOf(grain.GetGrainId()).EndAsync(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "Enough."));
        Assert.Equal(waiting - 1, _clock.WaitingTimers);
        _clock.Advance(Second * 10);
        Assert.Equal(0, await grain.Ticks());
    }

    // The next tick is set when one has ended, on the grain's own time: the clock is turned until it comes.
    private Task TicksAsync(ITimerGrain grain, int ticks) => Eventually.Is($"tick {ticks}", async () =>
    {
        if (await grain.Ticks() < ticks)
            _clock.Advance(Second / 10);
        return await grain.Ticks() == ticks;
    });
}
