using Reva.Core.Orders;

namespace Reva.Agent.Identification;

/// <summary>What a try came to.</summary>
public enum IdentityResult
{
    /// <summary>What was given belongs together.</summary>
    Proved,
    /// <summary>It does not, or there is no such order or customer.</summary>
    NoMatch,
    /// <summary>That was one try too many.</summary>
    LockedNow,
    /// <summary>It was locked before; nothing was looked up.</summary>
    Locked,
    /// <summary>Too many tries failed with some part of this, or by this visitor, in whatever conversation; nothing was looked up.</summary>
    Paused,
    /// <summary>The shop has signed another customer in; nothing was looked up.</summary>
    OtherCustomer,
    /// <summary>The code was right once, but has run out.</summary>
    Expired,
}

/// <summary>The outcome of a try.</summary>
/// <param name="Order">The order, when proved with one.</param>
/// <param name="TriesLeft">Tries before the lock.</param>
public sealed record IdentityOutcome(IdentityResult Result, Order? Order, int TriesLeft)
{
    /// <summary>When paused: until when, UTC.</summary>
    public DateTimeOffset? PausedUntil { get; init; }
}
