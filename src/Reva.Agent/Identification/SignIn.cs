using Reva.Agent.Turns;
using Reva.Core.Customers;

namespace Reva.Agent.Identification;

/// <summary>What the shop's own sign-in does to what a conversation remembers. Pure.</summary>
public static class SignIn
{
    /// <summary>
    /// The memory as it counts at <paramref name="now"/>: whom the shop has signed in, that customer the conversation speaks with. Another customer's
    /// proof, order in focus and open question are forgotten.
    /// </summary>
    public static ConversationMemory Of(ConversationMemory memory, DateTimeOffset now)
    {
        if (memory.SignedIn is not { } signedIn || signedIn.Until <= now)
            return memory;
        var before = memory.Identity;
        var same = Proofs.Same(before.Email, signedIn.Email);
        var identity = new Identity
        {
            Email = signedIn.Email, CustomerId = signedIn.CustomerId ?? (same ? before.CustomerId : null), Level = VerificationLevel.Account,
            Until = same && before.Level == VerificationLevel.Account && before.Until > signedIn.Until ? before.Until : signedIn.Until,
            OrderNumbers = same ? before.OrderNumbers : [], FailedTries = before.FailedTries, LockedUntil = before.LockedUntil, CodeAskedAt = before.CodeAskedAt,
        };
        return same || before.Email is null ? memory with { Identity = identity } : memory with { Identity = identity, FocusOrderNumber = null, Pending = null };
    }
}
