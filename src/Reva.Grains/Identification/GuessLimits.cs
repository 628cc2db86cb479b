using Orleans;
using Reva.Agent.Ports;

namespace Reva.Grains.Identification;

/// <inheritdoc/>
public sealed class GuessLimits(IGrainFactory grains) : IGuessLimits
{
    /// <inheritdoc/>
    public async Task<DateTimeOffset?> TakeAsync(Guess guess)
    {
        var counters = Counters(guess);
        var refusals = await Task.WhenAll(counters.Select(counter => counter.Take()));
        if (Array.TrueForAll(refusals, refusal => refusal is null))
            return null;
        // One refusal is enough; the others' places are given back.
        await Task.WhenAll(counters.Where((_, i) => refusals[i] is null).Select(counter => counter.Settle(failed: false)));
        return refusals.Max();
    }

    /// <inheritdoc/>
    public Task SettleAsync(Guess guess, bool failed) => Task.WhenAll(Counters(guess).Select(counter => counter.Settle(failed)));

    private IGuessGrain[] Counters(Guess guess) => [.. GuessKey.Of(guess).Select(key => grains.GetGrain<IGuessGrain>(key))];
}
