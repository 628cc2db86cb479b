namespace Reva.Agent.Ports;

/// <summary>
/// Counts failed tries to prove who one is across all conversations of a store: by whatever was tried and by visitor.
/// Who begins a new conversation for every guess meets it all the same. Thread safe.
/// </summary>
public interface IGuessLimits
{
    /// <summary>
    /// Takes one try before it is made. Answers null when it may be made, and then <see cref="SettleAsync"/> must follow;
    /// otherwise the moment (UTC) before which it may not, whether or not the try is right.
    /// </summary>
    Task<DateTimeOffset?> TakeAsync(Guess guess);

    /// <summary>Says what became of a try that was taken: a failed one counts, any other is given back.</summary>
    Task SettleAsync(Guess guess, bool failed);
}

/// <summary>Something that somebody tries. Each text as typed; an empty one is not part of the try.</summary>
/// <param name="StoreId">The store.</param>
/// <param name="VisitorId">Who tries; empty for a merchant's program, which is not counted as a visitor.</param>
/// <param name="OrderNumber">The order's number.</param>
/// <param name="Email">The e-mail address.</param>
public sealed record Guess(string StoreId, string VisitorId, string OrderNumber, string Email)
{
    /// <summary>First and last name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The postcode.</summary>
    public string Postcode { get; init; } = "";

    /// <summary>The address that a code is asked for; every code that is asked for counts.</summary>
    public string CodeFor { get; init; } = "";
}
