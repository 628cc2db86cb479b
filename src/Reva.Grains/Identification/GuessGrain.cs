using Orleans;
using Orleans.Runtime;

namespace Reva.Grains.Identification;

/// <inheritdoc cref="IGuessGrain"/>
public sealed class GuessGrain([PersistentState("guesses", "documents")] IPersistentState<GuessDocument> document, GuessLimitOptions options, TimeProvider clock) : Grain, IGuessGrain, IRemindable
{
    private const string Forget = "forget";
    // Whoever took a try and never settled it (the turn was cut off) holds its place no longer than this.
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(1);
    private readonly Queue<DateTimeOffset> _underWay = [];

    /// <inheritdoc/>
    public Task<DateTimeOffset?> Take()
    {
        var now = clock.GetUtcNow();
        while (_underWay.TryPeek(out var began) && began + LongestTry <= now)
            _underWay.Dequeue();
        // Tries under way count too, so that a hundred conversations at once get no more than one after another.
        DateTimeOffset[] counted = [.. Counted(now), .. _underWay];
        var limit = GuessKey.LimitOf(this.GetPrimaryKeyString(), options);
        if (counted.Length >= limit)
            return Task.FromResult<DateTimeOffset?>(counted[^limit] + options.Window);
        _underWay.Enqueue(now);
        return Task.FromResult<DateTimeOffset?>(null);
    }

    /// <inheritdoc/>
    public async Task Settle(bool failed)
    {
        _underWay.TryDequeue(out _);
        if (!failed)
            return;
        var now = clock.GetUtcNow();
        document.State = new GuessDocument { Failed = [.. Counted(now), now] };
        await document.WriteStateAsync();
        await this.RegisterOrUpdateReminder(Forget, options.Window, options.Window);
    }

    /// <inheritdoc/>
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (Counted(clock.GetUtcNow()).Any())
            return;
        await document.ClearStateAsync();
        if (await this.GetReminder(Forget) is { } reminder)
            await this.UnregisterReminder(reminder);
    }

    private IEnumerable<DateTimeOffset> Counted(DateTimeOffset now) => document.State.Failed.Where(at => at + options.Window > now);
}
