using System.Collections.Immutable;

namespace Reva.Sandbox.Shopify.Store;

/// <summary>A mail that the shop would have sent.</summary>
internal sealed record SentMail(string Kind, string To, string Order, string? Subject, string? Text, DateTimeOffset At);

/// <summary>A mutation or settlement that took effect.</summary>
internal sealed record Effect(long Number, string Name, string? Order, string? Key, DateTimeOffset At);

/// <summary>The first answer to an idempotency key.</summary>
/// <param name="Input">What was asked, as one text; the same key with another is refused.</param>
internal sealed record FirstAnswer(string Input, object? Result, DateTimeOffset At);

/// <summary>What happened in a shop since its folder was read. It goes with the shop when that is loaded again.</summary>
internal sealed class Activity
{
    private const long FirstMadeId = 70_000_000_001;

    private long _lastId = FirstMadeId - 1;

    /// <summary>Held while a mutation looks and changes, so that two never interleave.</summary>
    public Lock Writing { get; } = new();

    /// <summary>Work that ends later, oldest first.</summary>
    public ImmutableList<Job> Jobs { get; set; } = [];

    public ImmutableDictionary<long, OrderEdit> Edits { get; set; } = ImmutableDictionary<long, OrderEdit>.Empty;

    public ImmutableDictionary<string, FirstAnswer> Answers { get; set; } = ImmutableDictionary<string, FirstAnswer>.Empty;

    public ImmutableList<SentMail> Mails { get; private set; } = [];

    public ImmutableList<Effect> Effects { get; private set; } = [];

    /// <summary>An id that nothing in the folder has.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    public void Send(SentMail mail) => Mails = Mails.Add(mail);

    public void Note(string name, string? order, string? key, DateTimeOffset at) => Effects = Effects.Add(new Effect(Effects.Count + 1, name, order, key, at));

    /// <summary>Forgets which effects there were; the effects stay.</summary>
    public void ForgetEffects() => Effects = [];
}

/// <summary>Work that the shop was asked for and does a moment later.</summary>
/// <param name="OrderId">The order that it is about.</param>
/// <param name="Run">Does the work, once.</param>
internal sealed record Job(string Id, long OrderId, DateTimeOffset DueAt, Action<DateTimeOffset> Run, bool Done);
