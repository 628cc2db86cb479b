using FsCheck;
using FsCheck.Fluent;

namespace Orleans.Embedded.Tests.Contract;

public interface ILedgerGrain : IGrainWithStringKey
{
    Task<int> Append(int caller, int number);
    Task<List<int[]>> All();
    Task End();
}

public sealed class LedgerState
{
    public List<int[]> Entries { get; set; } = [];
}

public sealed class LedgerGrain([Runtime.PersistentState("ledger")] Runtime.IPersistentState<LedgerState> ledger) : Grain, ILedgerGrain
{
    public async Task<int> Append(int caller, int number)
    {
        var place = ledger.State.Entries.Count;
        await Task.Yield();
        ledger.State.Entries.Add([caller, number]);
        await Task.Run(() => { });
        await ledger.WriteStateAsync();
        return place;
    }

    public Task<List<int[]>> All() => Task.FromResult(ledger.State.Entries);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}

public sealed class SerialOrderTests
{
    private sealed record Call(int Caller, bool EndsTheGrain);

    [Fact]
    public void Calls_of_many_callers_happen_in_one_order_each_callers_own_kept_even_while_the_grain_ends_and_comes_back()
    {
        var calls = ArbMap.Default.ArbFor<int>().Generator
            .Select(n => new Call((n & 0x7) % 5, n % 11 == 0)).ArrayOf().ToArbitrary();
        Prop.ForAll(calls, all => HoldsAsync(all).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static async Task<bool> HoldsAsync(Call[] calls)
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ILedgerGrain>("ledger:1");
        var places = await Task.WhenAll(calls.GroupBy(c => c.Caller).Select(own => Task.Run(async () =>
        {
            var told = new List<(int Place, int Caller, int Number)>();
            foreach (var (call, number) in own.Select((c, n) => (c, n)))
            {
                if (call.EndsTheGrain)
                    await grain.End();
                told.Add((await grain.Append(call.Caller, number), call.Caller, number));
            }
            return told;
        })));
        var entries = await grain.All();
        // Each answer names the place in which the entry stands: the order is one that really was.
        return entries.Count == calls.Length
            && places.SelectMany(p => p).All(p => entries[p.Place] is [var caller, var number] && caller == p.Caller && number == p.Number)
            && places.All(own => own.Select(p => p.Place).SequenceEqual(own.Select(p => p.Place).Order()));
    }
}
