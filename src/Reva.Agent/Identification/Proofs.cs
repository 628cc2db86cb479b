using Reva.Agent.Turns;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>What a proof or a failed try does to a conversation's identity, whichever way it was tried.</summary>
internal static class Proofs
{
    /// <summary>Until when nothing may be tried in this conversation; null when it may.</summary>
    public static DateTimeOffset? LockedUntil(TurnContext turn) => turn.Memory.Identity.LockedUntil is { } until && until > turn.Input.Now ? until : null;

    /// <summary>Whether the shop has signed another customer in: nobody else can be proved here then.</summary>
    public static bool IsAnothers(string? email, TurnContext turn) =>
        turn.Memory.SignedIn is { } signedIn && signedIn.Until > turn.Input.Now && email is not null && !Same(signedIn.Email, email);

    /// <summary>Remembers who the shopper is. Another customer than before takes the first one's place, and what was proposed to the first is void.</summary>
    public static async Task ProveAsync(ProvenCustomer customer, TurnContext turn)
    {
        var before = turn.Memory.Identity;
        var same = Same(before.Email, customer.Email);
        var level = same && before.Until > turn.Input.Now ? LevelOf(before) : VerificationLevel.None;
        turn.Memory = turn.Memory with
        {
            Identity = new Identity
            {
                Email = customer.Email, CustomerId = customer.CustomerId ?? (same ? before.CustomerId : null),
                OrderNumbers = customer.OrderNumber is { } number ? (same ? before.OrderNumbers.Remove(number) : []).Add(number) : same ? before.OrderNumbers : [],
                Level = level > customer.Level ? level : customer.Level,
                // A weaker proof does not make a stronger one last longer.
                Until = level > customer.Level ? before.Until : turn.Input.Now + IdentityCheck.ProofTime,
                // Only the first proof forgives: else one's own order between two guesses would buy guesses without end.
                FailedTries = before.Email is null ? 0 : before.FailedTries,
                CodeAskedAt = before.CodeAskedAt,
            },
            FocusOrderNumber = customer.OrderNumber ?? (same ? turn.Memory.FocusOrderNumber : null),
        };
        if (turn.Input.Actions is { } actions)
            await actions.ProveAsync(turn.Memory.Identity);
    }

    /// <summary>Counts a failed try; the third locks.</summary>
    public static IdentityOutcome Fail(TurnContext turn)
    {
        var identity = turn.Memory.Identity;
        var tries = identity.FailedTries + 1;
        var locked = tries >= IdentityCheck.MostTries;
        turn.Memory = turn.Memory with { Identity = identity with { FailedTries = locked ? 0 : tries } };
        if (locked)
            Lock(turn);
        return new IdentityOutcome(locked ? IdentityResult.LockedNow : IdentityResult.NoMatch, null, IdentityCheck.MostTries - tries);
    }

    /// <summary>Nothing may be tried for a while, and no code that is out counts any more.</summary>
    public static void Lock(TurnContext turn) =>
        turn.Memory = turn.Memory with { Identity = turn.Memory.Identity with { LockedUntil = turn.Input.Now + IdentityCheck.LockTime, Code = null } };

    /// <summary>How well an identity was proved; one without a level was proved by an order and its address.</summary>
    public static VerificationLevel LevelOf(Identity identity) =>
        identity.Email is null ? VerificationLevel.None : identity.Level is VerificationLevel.None ? VerificationLevel.OrderAndEmail : identity.Level;

    /// <summary>Whether two addresses are one.</summary>
    public static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who was proved, and how.</summary>
/// <param name="Email">The customer's e-mail address.</param>
/// <param name="CustomerId">The platform's id, if it is known.</param>
/// <param name="Level">How well.</param>
/// <param name="OrderNumber">The order it was proved with; null for another way.</param>
internal sealed record ProvenCustomer(string Email, string? CustomerId, VerificationLevel Level, string? OrderNumber = null);
