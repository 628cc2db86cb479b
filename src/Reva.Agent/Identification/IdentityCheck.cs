using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Identification;

/// <summary>Proves who a shopper is by order number and e-mail address. A wrong address and a missing order are told apart nowhere.</summary>
public sealed class IdentityCheck(IOrders orders, IGuessLimits limits)
{
    /// <summary>Failed tries before it locks.</summary>
    public const int MostTries = 3;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>How long a proof counts.</summary>
    public static readonly TimeSpan ProofTime = TimeSpan.FromHours(2);

    /// <summary>Tries one pair and remembers the outcome in the turn's memory. Throws <see cref="ShopUnavailableException"/>; that try does not count.</summary>
    public async Task<IdentityOutcome> TryAsync(string orderNumber, string email, TurnContext turn, CancellationToken cancellationToken)
    {
        var identity = turn.Memory.Identity;
        if (identity.LockedUntil is { } until && until > turn.Input.Now)
            return new IdentityOutcome(IdentityResult.Locked, null, 0);

        // Counted before it is looked up, so that what is refused tells nothing of the order.
        var guess = new Guess(turn.StoreId, turn.Input.VisitorId, orderNumber, email);
        if (await limits.TakeAsync(guess) is { } pausedUntil)
            return new IdentityOutcome(IdentityResult.Paused, null, MostTries - identity.FailedTries) { PausedUntil = pausedUntil };
        var failed = false;
        try
        {
            var order = await orders.FindAsync(turn.StoreId, orderNumber, cancellationToken);
            failed = order is null || !string.Equals(order.Email.Trim(), email.Trim(), StringComparison.OrdinalIgnoreCase);
            return failed ? Failed(turn) : Proved(order!, turn);
        }
        finally
        {
            await limits.SettleAsync(guess, failed);
        }
    }

    private static IdentityOutcome Proved(Order order, TurnContext turn)
    {
        var before = turn.Memory.Identity;
        // One customer per conversation: another e-mail's proof replaces what the first could see.
        var numbers = string.Equals(before.Email, order.Email, StringComparison.OrdinalIgnoreCase) ? before.OrderNumbers.Remove(order.Number) : [];
        turn.Memory = turn.Memory with
        {
            Identity = new Identity
            {
                Email = order.Email, OrderNumbers = numbers.Add(order.Number), Until = turn.Input.Now + ProofTime,
                // Only the first proof forgives: else one's own order between two guesses would buy guesses without end.
                FailedTries = before.Email is null ? 0 : before.FailedTries,
            },
            FocusOrderNumber = order.Number,
        };
        return new IdentityOutcome(IdentityResult.Proved, order, MostTries);
    }

    private static IdentityOutcome Failed(TurnContext turn)
    {
        var identity = turn.Memory.Identity;
        var tries = identity.FailedTries + 1;
        var locked = tries >= MostTries;
        turn.Memory = turn.Memory with
        {
            Identity = identity with
            {
                FailedTries = locked ? 0 : tries,
                LockedUntil = locked ? turn.Input.Now + LockTime : identity.LockedUntil,
            },
        };
        return new IdentityOutcome(locked ? IdentityResult.LockedNow : IdentityResult.NoMatch, null, MostTries - tries);
    }
}

/// <summary>What a try came to.</summary>
public enum IdentityResult
{
    /// <summary>Number and address belong together.</summary>
    Proved,
    /// <summary>They do not, or there is no such order.</summary>
    NoMatch,
    /// <summary>That was one try too many.</summary>
    LockedNow,
    /// <summary>It was locked before; nothing was looked up.</summary>
    Locked,
    /// <summary>Too many tries failed at this order, with this address or by this visitor, in whatever conversation; nothing was looked up.</summary>
    Paused,
}

/// <summary>The outcome of a try.</summary>
/// <param name="Order">The order, when proved.</param>
/// <param name="TriesLeft">Tries before the lock.</param>
public sealed record IdentityOutcome(IdentityResult Result, Order? Order, int TriesLeft)
{
    /// <summary>When paused: until when, UTC.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
