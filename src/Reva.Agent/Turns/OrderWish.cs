using System.Collections.Immutable;
using Reva.Core.Actions;

namespace Reva.Agent.Turns;

/// <summary>A wish that changes an order, as far as it was said. Kept with the conversation, so that it can be said over several messages.</summary>
public sealed record OrderWish
{
    /// <summary>What is wished. Until the order is known, an exchange may turn out to be a change of items, and a refund a return or a cancellation.</summary>
    public required ActionKind Kind { get; init; }
    /// <summary>The order, as printed; null while it is not known.</summary>
    public string? OrderNumber { get; init; }
    /// <summary>Which items; empty while it is not known, or where it is the whole order.</summary>
    public ImmutableArray<WishedItem> Items { get; init; } = [];
    /// <summary>The customer's words that are not read yet, for the order was not known.</summary>
    public string Words { get; init; } = "";
    /// <summary>Whether its words named goods, of whatever order.</summary>
    public bool NamesGoods { get; init; }
    /// <summary>For a change of items: what becomes of them.</summary>
    public ItemOperation Operation { get; init; }
    /// <summary>The name of the shop's discount, or the payment method in the customer's words.</summary>
    public string? Named { get; init; }
    /// <summary>Why, as tools name reasons: <c>size_too_small</c>; null when nothing was said of it.</summary>
    public string? Reason { get; init; }
    /// <summary>A new address, as far as it was said.</summary>
    public WishedAddress? Address { get; init; }
    /// <summary>A refund of everything.</summary>
    public bool Whole { get; init; }
    /// <summary>A refund of the shipping costs.</summary>
    public bool Shipping { get; init; }
    /// <summary>A refund of this sum, in the order's currency.</summary>
    public decimal? Amount { get; init; }
    /// <summary>How a refund is to be paid: <c>store_credit</c>; null for the way it was paid.</summary>
    public string? RefundTo { get; init; }
    /// <summary>What was asked last about it.</summary>
    public WishStep Step { get; init; }
    /// <summary>Items or variants that an answer may name, as they were shown; empty when none were.</summary>
    public ImmutableArray<WishOption> Options { get; init; } = [];
    /// <summary>The proposal made of it; null before.</summary>
    public string? ActionId { get; init; }
}

/// <summary>Pieces of an order's line.</summary>
/// <param name="LineId">The platform's line id.</param>
/// <param name="Quantity">Pieces, ≥ 1.</param>
/// <param name="NewVariantId">What is wanted in their place; null while it is not known.</param>
public sealed record WishedItem(string LineId, int Quantity, string? NewVariantId = null);

/// <summary>What becomes of items in an order.</summary>
public enum ItemOperation
{
    /// <summary>Others come in their place.</summary>
    Swap,
    /// <summary>They are taken out.</summary>
    Remove,
    /// <summary>More of them come.</summary>
    Add,
    /// <summary>Their number becomes another.</summary>
    SetNumber,
}

/// <summary>Something an answer may name.</summary>
/// <param name="Id">A line's or variant's id.</param>
/// <param name="Text">As it was shown.</param>
public sealed record WishOption(string Id, string Text);

/// <summary>An address as far as it was said.</summary>
public sealed record WishedAddress
{
    /// <summary>Street and number.</summary>
    public string? Address1 { get; init; }
    /// <summary>Flat, suite, floor.</summary>
    public string? Address2 { get; init; }
    /// <summary>Town.</summary>
    public string? City { get; init; }
    /// <summary>State or province.</summary>
    public string? Province { get; init; }
    /// <summary>Postcode.</summary>
    public string? Zip { get; init; }
    /// <summary>Country.</summary>
    public string? Country { get; init; }
}

/// <summary>What a wish waits for.</summary>
public enum WishStep
{
    /// <summary>Nothing was asked yet.</summary>
    Said,
    /// <summary>Which order it is.</summary>
    Order,
    /// <summary>Which items.</summary>
    Items,
    /// <summary>What is wanted in their place.</summary>
    Instead,
    /// <summary>The address, or what is missing of it.</summary>
    Address,
    /// <summary>What is to be paid back.</summary>
    Refund,
    /// <summary>How the order is to be paid.</summary>
    Payment,
    /// <summary>Whether this is wanted, which the shop offers in place of what it denied.</summary>
    Offered,
    /// <summary>The customer's yes to its proposal.</summary>
    Proposed,
    /// <summary>Nothing: the shop's rules deny it. Kept, so that 'and the other one?' is understood.</summary>
    Denied,
}
