using System.Collections.Concurrent;
using Orleans.Concurrency;
using Orleans.Runtime;
using Reva.Testing.Time;

namespace Orleans.Embedded.Tests.Contract;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Activation();
    Task End();
    Task Hold(string gate);
    Task Stay(TimeSpan time);
}

[CollectionAgeLimit(Minutes = 5)]
public sealed class LifeGrain : Grain, ILifeGrain
{
    private static int _activations;
    private int _number;

    /// <summary>Why each grain's activations ended, by its key.</summary>
    public static ConcurrentDictionary<string, ConcurrentQueue<DeactivationReasonCode>> Ends { get; } = new(StringComparer.Ordinal);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (this.GetPrimaryKeyString().StartsWith("life:broken", StringComparison.Ordinal))
            throw new InvalidDataException("It cannot be made.");
        _number = Interlocked.Increment(ref _activations);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Ends.GetOrAdd(this.GetPrimaryKeyString(), _ => new()).Enqueue(reason.ReasonCode);
        return Task.CompletedTask;
    }

    public Task<int> Activation() => Task.FromResult(_number);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task Hold(string gate) => Gate.Of(gate).PassAsync();

    public Task Stay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}

public interface IKeptGrain : IGrainWithStringKey
{
    Task<int> Calls();
}

[KeepAlive]
public sealed class KeptGrain : Grain, IKeptGrain
{
    private int _calls;

    public Task<int> Calls() => Task.FromResult(++_calls);
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task<int> Hold(string gate);
}

[StatelessWorker(2)]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    private static int _workers;
    private readonly int _number = Interlocked.Increment(ref _workers);

    public async Task<int> Hold(string gate)
    {
        await Gate.Of(gate).PassAsync();
        return _number;
    }
}

public sealed class LifetimeTests
{
    private readonly TurnableClock _clock = new();

    [Fact]
    public async Task A_grain_that_ends_when_idle_is_made_anew_for_the_next_call()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("life:end");
        var first = await grain.Activation();
        await grain.End();
        Assert.NotEqual(first, await grain.Activation());
        Assert.Equal([DeactivationReasonCode.ApplicationRequested], LifeGrain.Ends["life:end"]);
    }

    [Fact]
    public async Task An_ending_waits_for_the_request_that_runs_and_those_behind_it_go_to_the_next_activation()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("life:busy");
        var first = await grain.Activation();
        var held = grain.Hold("life:busy");
        await Gate.Of("life:busy").Entered;
        silo.Silo.ActivationOf(grain.GetGrainId()).Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "Enough."));
        var behind = grain.Activation();
        Gate.Of("life:busy").Open();
        await held;
        Assert.NotEqual(first, await behind);
    }

    [Fact]
    public async Task A_grain_that_cannot_be_activated_fails_its_callers_with_the_reason_and_is_forgotten()
    {
        await using var silo = await TestSilo.StartAsync();
        await Assert.ThrowsAsync<InvalidDataException>(silo.Grains.GetGrain<ILifeGrain>("life:broken").Activation);
        Assert.Equal(0, silo.Silo.Count);
    }

    [Fact]
    public async Task An_idle_grain_is_collected_a_delayed_one_later_and_a_kept_one_never()
    {
        await using var silo = await TestSilo.StartAsync(clock: _clock);
        var (idle, delayed, kept) = (silo.Grains.GetGrain<ILifeGrain>("life:idle"), silo.Grains.GetGrain<ILifeGrain>("life:delayed"), silo.Grains.GetGrain<IKeptGrain>("kept:1"));
        await idle.Activation();
        await delayed.Stay(TimeSpan.FromMinutes(30));
        await kept.Calls();

        _clock.Advance(TimeSpan.FromMinutes(6));
        await Eventually.Is("the idle grain is collected", () => Task.FromResult(silo.Silo.Count == 2));
        Assert.Equal([DeactivationReasonCode.ActivationIdle], LifeGrain.Ends["life:idle"]);
        _clock.Advance(TimeSpan.FromMinutes(30));
        await Eventually.Is("the delayed grain is collected", () => Task.FromResult(silo.Silo.Count == 1));
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, await kept.Calls());
    }

    [Fact]
    public async Task A_stateless_worker_works_on_as_many_requests_at_once_as_it_may_and_no_more()
    {
        await using var silo = await TestSilo.StartAsync();
        var worker = silo.Grains.GetGrain<IWorkerGrain>("worker:1");
        var (first, second) = (worker.Hold("worker:a"), worker.Hold("worker:b"));
        await Gate.Of("worker:a").Entered;
        await Gate.Of("worker:b").Entered;
        var third = worker.Hold("worker:c");
        Assert.Equal(2, silo.Silo.Count);
        Gate.Of("worker:a").Open();
        Gate.Of("worker:b").Open();
        Gate.Of("worker:c").Open();
        Assert.Equal(2, new[] { await first, await second, await third }.Distinct().Count());
    }

    [Fact]
    public async Task A_silo_that_stops_lets_running_requests_end_and_takes_no_more()
    {
        var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("life:stop");
        var held = grain.Hold("life:stop");
        await Gate.Of("life:stop").Entered;
        var stopping = silo.DisposeAsync().AsTask();
        await Eventually.Is("the silo refuses calls", async () =>
        {
            try
            {
                await silo.Grains.GetGrain<ILifeGrain>("life:late").Activation();
                return false;
            }
            catch (SiloUnavailableException)
            {
                return true;
            }
        });
        Assert.False(stopping.IsCompleted);
        Gate.Of("life:stop").Open();
        await held;
        await stopping;
        Assert.Equal([DeactivationReasonCode.ShuttingDown], LifeGrain.Ends["life:stop"]);
    }
}
