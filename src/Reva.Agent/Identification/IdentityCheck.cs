using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Customers;
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
        if (Proofs.LockedUntil(turn) is not null)
            return new IdentityOutcome(IdentityResult.Locked, null, 0);
        if (Proofs.IsAnothers(email, turn))
            return new IdentityOutcome(IdentityResult.OtherCustomer, null, MostTries);

        // Counted before it is looked up, so that what is refused tells nothing of the order.
        var guess = new Guess(turn.StoreId, turn.Input.VisitorId, orderNumber, email);
        if (await limits.TakeAsync(guess) is { } pausedUntil)
            return new IdentityOutcome(IdentityResult.Paused, null, MostTries - turn.Memory.Identity.FailedTries) { PausedUntil = pausedUntil };
        var failed = false;
        try
        {
            var order = await orders.FindAsync(turn.StoreId, orderNumber, cancellationToken);
            failed = order is null || !Proofs.Same(order.Email, email);
            if (failed)
                return Proofs.Fail(turn);
            await Proofs.ProveAsync(new ProvenCustomer(order!.Email, order.CustomerId, VerificationLevel.OrderAndEmail, order.Number), turn);
            return new IdentityOutcome(IdentityResult.Proved, order, MostTries);
        }
        finally
        {
            await limits.SettleAsync(guess, failed);
        }
    }
}
