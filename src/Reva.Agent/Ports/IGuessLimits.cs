namespace Reva.Agent.Ports;

/// <summary>
/// Counts failed tries to prove an order across all conversations of a store: by order number, by e-mail address and by visitor.
/// Who begins a new conversation for every guess meets it all the same. Thread safe.
/// </summary>
public interface IGuessLimits
{
    /// <summary>
    /// Takes one try before it is made. Answers null when it may be made, and then <see cref="SettleAsync"/> must follow;
    /// otherwise the moment (UTC) before which it may not, whether or not the pair is right.
    /// </summary>
    Task<DateTimeOffset?> TakeAsync(Guess guess);

    /// <summary>Says what became of a try that was taken: a failed one counts, any other is given back.</summary>
    Task SettleAsync(Guess guess, bool failed);
}

/// <summary>A pair of order number and e-mail address that somebody tries.</summary>
/// <param name="StoreId">The store.</param>
/// <param name="VisitorId">Who tries; empty for a merchant's program, which is not counted as a visitor.</param>
/// <param name="OrderNumber">As typed.</param>
/// <param name="Email">As typed.</param>
public sealed record Guess(string StoreId, string VisitorId, string OrderNumber, string Email);
