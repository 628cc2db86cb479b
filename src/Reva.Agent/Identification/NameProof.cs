using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>Proves who a shopper is by name and postcode: enough to hear where orders are. A wrong postcode and a name that is nobody's are told apart nowhere.</summary>
public sealed class NameProof(ICustomers customers, IGuessLimits limits)
{
    /// <summary>Tries one name with its postcode and remembers the outcome in the turn's memory. Throws <see cref="ShopUnavailableException"/>; that try does not count.</summary>
    public async Task<IdentityOutcome> TryAsync(string firstName, string lastName, string postcode, TurnContext turn, CancellationToken cancellationToken)
    {
        if (Proofs.LockedUntil(turn) is not null)
            return new IdentityOutcome(IdentityResult.Locked, null, 0);
        var guess = new Guess(turn.StoreId, turn.Input.VisitorId, "", "") { Name = $"{firstName} {lastName}", Postcode = postcode };
        if (await limits.TakeAsync(guess) is { } pausedUntil)
            return new IdentityOutcome(IdentityResult.Paused, null, IdentityCheck.MostTries - turn.Memory.Identity.FailedTries) { PausedUntil = pausedUntil };
        var failed = false;
        try
        {
            var customer = await customers.ByNameAndPostcodeAsync(turn.StoreId, firstName, lastName, postcode, cancellationToken);
            // Whom the shop has signed in is not to learn whether a neighbour is a customer too.
            failed = customer is null || customer.Email.Length == 0 || Proofs.IsAnothers(customer.Email, turn);
            if (failed)
                return Proofs.Fail(turn);
            await Proofs.ProveAsync(new ProvenCustomer(customer!.Email, customer.Id, VerificationLevel.NameAndPostcode), turn);
            return new IdentityOutcome(IdentityResult.Proved, null, IdentityCheck.MostTries);
        }
        finally
        {
            await limits.SettleAsync(guess, failed);
        }
    }
}
