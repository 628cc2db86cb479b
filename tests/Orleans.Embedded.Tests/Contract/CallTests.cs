using Orleans.Runtime;

namespace Orleans.Embedded.Tests.Contract;

public interface ICounterGrain : IGrainWithStringKey
{
    Task<int> Add(int n);
    Task<int> AddSlowly(int n);
    Task Fail();
    IAsyncEnumerable<int> Count(int to, CancellationToken cancellationToken = default);
}

public sealed class CounterState
{
    public int Value { get; set; }
}

public sealed class CounterGrain([PersistentState("counter")] IPersistentState<CounterState> state) : Grain, ICounterGrain
{
    public async Task<int> Add(int n)
    {
        state.State.Value += n;
        await state.WriteStateAsync();
        return state.State.Value;
    }

    public async Task<int> AddSlowly(int n)
    {
        var before = state.State.Value;
        await Task.Yield();
        await Task.Run(() => { });
        state.State.Value = before + n;
        return state.State.Value;
    }

    public Task Fail() => throw new InvalidDataException("no good");

    public async IAsyncEnumerable<int> Count(int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}

public sealed class CallTests
{
    [Fact]
    public async Task A_hundred_callers_of_one_grain_lose_no_update()
    {
        await using var silo = await TestSilo.StartAsync();
        var counter = silo.Grains.GetGrain<ICounterGrain>("counter:a");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => counter.AddSlowly(1))));
        Assert.Equal(101, await counter.Add(1));
    }

    [Fact]
    public async Task A_failure_reaches_the_caller_as_what_it_is_and_the_grain_lives_on()
    {
        await using var silo = await TestSilo.StartAsync();
        var counter = silo.Grains.GetGrain<ICounterGrain>("counter:b");
        await Assert.ThrowsAsync<InvalidDataException>(counter.Fail);
        Assert.Equal(1, await counter.Add(1));
    }

    [Fact]
    public async Task A_stream_comes_whole_and_does_not_block_its_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        var counter = silo.Grains.GetGrain<ICounterGrain>("counter:c");
        var seen = new List<int>();
        await foreach (var n in counter.Count(5))
        {
            seen.Add(n);
            await counter.Add(1);
        }
        Assert.Equal([1, 2, 3, 4, 5], seen);
        Assert.Equal(6, await counter.Add(1));
    }
}
