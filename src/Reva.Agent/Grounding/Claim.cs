namespace Reva.Agent.Grounding;

/// <summary>What a sentence says was, is being or will be done for the shopper.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stage">How far it has come, as it is said.</param>
/// <param name="ByAgent">Whether the agent says that it did it itself.</param>
/// <param name="Words">The clause that says so.</param>
internal sealed record Claim(DeedKind Kind, DeedStage Stage, bool ByAgent, string Words);

/// <summary>Something that was, is being or could be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="ByAgent">Whether this conversation's actions did it; else the shop or its people.</param>
/// <param name="OrderNumber">The order; null for any.</param>
internal sealed record Deed(DeedKind Kind, DeedStage Stage, bool ByAgent, string? OrderNumber);

/// <summary>How far a deed has come; each includes the ones before it.</summary>
internal enum DeedStage
{
    /// <summary>It was offered, or is said to come.</summary>
    Promised,
    /// <summary>It was agreed and is being done.</summary>
    UnderWay,
    /// <summary>It is done.</summary>
    Done,
}

/// <summary>Kinds of deeds.</summary>
internal enum DeedKind
{
    /// <summary>Something, without saying what.</summary>
    Any,
    Cancelled,
    Refunded,
    Returned,
    Exchanged,
    ItemsChanged,
    AddressChanged,
    PaymentChanged,
    Discounted,
    /// <summary>A one-time code was sent.</summary>
    CodeSent,
    /// <summary>Some mail was sent.</summary>
    Mailed,
    /// <summary>People of the shop were told.</summary>
    TeamTold,
    /// <summary>The shopper's identity was proved.</summary>
    Verified,
    Shipped,
    Delivered,
    /// <summary>What nothing here can do: a replacement sent, a carrier called, a fee waived.</summary>
    Impossible,
}
