using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Orleans.Embedded.Tests.Contract;

public interface ITurnGrain : IGrainWithStringKey
{
    Task Hold(string gate);
    Task<string> Quick();
    [AlwaysInterleave]
    Task<string> Always();
    [ReadOnly]
    Task HoldReading(string gate);
    [ReadOnly]
    Task<string> Read();
    Task<string> Chosen();
    [OneWay]
    Task Forget(string gate);
    Task<string[]> Schedulers();
}

[MayInterleave(nameof(Mixes))]
public sealed class TurnGrain : Grain, ITurnGrain
{
    public static bool Mixes(IInvokable request) => request.GetMethodName() == nameof(Chosen);

    public Task Hold(string gate) => Gate.Of(gate).PassAsync();

    public Task<string> Quick() => Task.FromResult("quick");

    public Task<string> Always() => Task.FromResult("always");

    public Task HoldReading(string gate) => Gate.Of(gate).PassAsync();

    public Task<string> Read() => Task.FromResult("read");

    public Task<string> Chosen() => Task.FromResult("chosen");

    public async Task Forget(string gate)
    {
        await Gate.Of(gate).PassAsync();
        throw new InvalidOperationException("Nobody hears of this.");
    }

    public async Task<string[]> Schedulers()
    {
        var before = SynchronizationContext.Current;
        await Task.Run(() => { });
        var after = SynchronizationContext.Current;
        return [ReferenceEquals(before, after) ? "same" : "other", before is null ? "none" : "own"];
    }
}

public interface IReentrantGrain : IGrainWithStringKey
{
    Task Hold(string gate);
    Task<string> Quick();
}

[Reentrant]
public sealed class ReentrantGrain : Grain, IReentrantGrain
{
    public Task Hold(string gate) => Gate.Of(gate).PassAsync();

    public Task<string> Quick() => Task.FromResult("quick");
}

public sealed class TurnTests
{
    [Fact]
    public async Task A_request_waits_until_the_one_before_has_ended()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITurnGrain>("turn:one");
        var held = grain.Hold("turn:one");
        await Gate.Of("turn:one").Entered;
        var next = grain.Quick();
        Assert.Equal("always", await grain.Always());
        Assert.False(next.IsCompleted);
        Gate.Of("turn:one").Open();
        await held;
        Assert.Equal("quick", await next);
    }

    [Fact]
    public async Task What_a_grain_lets_interleave_does_and_nothing_else()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITurnGrain>("turn:mix");
        var held = grain.Hold("turn:mix");
        await Gate.Of("turn:mix").Entered;
        Assert.Equal("always", await grain.Always());
        Assert.Equal("chosen", await grain.Chosen());
        var reading = grain.Read();
        Assert.Equal("always", await grain.Always());
        Assert.False(reading.IsCompleted);
        Gate.Of("turn:mix").Open();
        await held;
        Assert.Equal("read", await reading);
    }

    [Fact]
    public async Task Readers_share_the_grain_with_readers_but_not_with_writers()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITurnGrain>("turn:read");
        var held = grain.HoldReading("turn:read");
        await Gate.Of("turn:read").Entered;
        Assert.Equal("read", await grain.Read());
        var writer = grain.Quick();
        Assert.Equal("always", await grain.Always());
        Assert.False(writer.IsCompleted);
        Gate.Of("turn:read").Open();
        await held;
        Assert.Equal("quick", await writer);
    }

    [Fact]
    public async Task A_reentrant_grain_takes_requests_while_one_waits()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IReentrantGrain>("turn:again");
        var held = grain.Hold("turn:again");
        await Gate.Of("turn:again").Entered;
        Assert.Equal("quick", await grain.Quick());
        Gate.Of("turn:again").Open();
        await held;
    }

    [Fact]
    public async Task Nobody_waits_for_a_one_way_call_or_hears_of_its_failure()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITurnGrain>("turn:forget");
        await grain.Forget("turn:forget");
        await Gate.Of("turn:forget").Entered;
        Gate.Of("turn:forget").Open();
        Assert.Equal("quick", await grain.Quick());
    }

    [Fact]
    public async Task A_grains_awaits_come_back_to_its_own_scheduler()
    {
        await using var silo = await TestSilo.StartAsync();
        Assert.Equal(["same", "own"], await silo.Grains.GetGrain<ITurnGrain>("turn:own").Schedulers());
    }
}
