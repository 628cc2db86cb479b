using System.Collections.Immutable;
using Reva.Core.Customers;

namespace Reva.Core.Orders;

/// <summary>An order as the shop's platform keeps it, as far as shoppers ask about it.</summary>
public sealed record Order
{
    /// <summary>The platform's id; never shown.</summary>
    public required string Id { get; init; }

    /// <summary>As the shop prints it, e.g. <c>#1001</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The e-mail address it was placed with.</summary>
    public required string Email { get; init; }

    /// <summary>The platform's customer id, if the order has one.</summary>
    public string? CustomerId { get; init; }

    /// <summary>First name of the customer, for an address in person.</summary>
    public string? FirstName { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Why, in the platform's word: CUSTOMER, INVENTORY, FRAUD, DECLINED, STAFF, OTHER.</summary>
    public string? CancelReason { get; init; }

    /// <summary>PAID, PENDING, AUTHORIZED, PARTIALLY_REFUNDED, REFUNDED, VOIDED.</summary>
    public string FinancialStatus { get; init; } = "";

    /// <summary>What was bought.</summary>
    public required ImmutableArray<OrderLine> Lines { get; init; }

    /// <summary>Parcels, oldest first.</summary>
    public ImmutableArray<Fulfillment> Fulfillments { get; init; } = [];

    /// <summary>What the customer paid or owes in all.</summary>
    public required Money Total { get; init; }

    /// <summary>What has been paid back.</summary>
    public required Money Refunded { get; init; }

    /// <summary>When money was last paid back.</summary>
    public DateTimeOffset? RefundedAt { get; init; }

    /// <summary>Shipping, part of <see cref="Total"/>.</summary>
    public Money? Shipping { get; init; }

    /// <summary>City and country it goes to, for recognising it; no street.</summary>
    public string? Destination { get; init; }

    /// <summary>Where it goes in full; only for its proven owner.</summary>
    public PostalAddress? ShippingAddress { get; init; }

    /// <summary>What has been paid in, before anything was paid back.</summary>
    public Money? Received { get; init; }

    /// <summary>What is still to be paid; negative when too much was.</summary>
    public Money? Outstanding { get; init; }

    /// <summary>Money in and out, oldest first.</summary>
    public ImmutableArray<Payment> Payments { get; init; } = [];

    /// <summary>Returns that were asked for or made, oldest first.</summary>
    public ImmutableArray<OrderReturn> Returns { get; init; } = [];

    /// <summary>Whether its items were changed after it was placed.</summary>
    public bool Edited { get; init; }

    /// <summary>The shop's own marks.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What can still be paid back: paid in less paid back, never below nothing.</summary>
    public Money Refundable => (Received ?? Total) is var paid && paid.Amount > Refunded.Amount ? paid - Refunded : Money.Zero(Total.Currency);
}

/// <summary>One line of an order.</summary>
public sealed record OrderLine
{
    /// <summary>The platform's line id.</summary>
    public required string Id { get; init; }
    /// <summary>The product's title when it was bought.</summary>
    public required string Title { get; init; }
    /// <summary>The variant, e.g. <c>Moss / M</c>; null when there is only one.</summary>
    public string? VariantTitle { get; init; }
    /// <summary>The product, while it still exists.</summary>
    public string? ProductId { get; init; }
    /// <summary>The variant, while it still exists.</summary>
    public string? VariantId { get; init; }
    /// <summary>Pieces ordered, ≥ 1.</summary>
    public required int Quantity { get; init; }
    /// <summary>Pieces not yet shipped nor cancelled.</summary>
    public int Unfulfilled { get; init; }
    /// <summary>Price of one piece.</summary>
    public required Money Price { get; init; }
    /// <summary>Absolute address of a picture.</summary>
    public string? ImageUrl { get; init; }
    /// <summary>The shop's own number for the variant.</summary>
    public string? Sku { get; init; }
    /// <summary>Pieces that are part of the order still: not taken out by a change. Null when the platform does not tell; then <see cref="Quantity"/>.</summary>
    public int? CurrentQuantity { get; init; }
    /// <summary>Pieces that can still be paid back.</summary>
    public int Refundable { get; init; }
    /// <summary>Delivered pieces that no return holds yet.</summary>
    public int Returnable { get; init; }
    /// <summary>The kind of product, e.g. <c>Rain jackets</c>.</summary>
    public string? ProductType { get; init; }
    /// <summary>The product's tags, e.g. <c>final-sale</c>.</summary>
    public ImmutableArray<string> ProductTags { get; init; } = [];
}

/// <summary>Money that moved for an order.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Refund">Whether it went back.</param>
/// <param name="Amount">How much, > 0.</param>
/// <param name="Method">As the customer knows it: <c>Visa ending 9212</c>.</param>
/// <param name="MethodId">The back office's id of the method, where it keeps one.</param>
/// <param name="At">When.</param>
public sealed record Payment(string Id, bool Refund, Money Amount, string Method, string? MethodId, DateTimeOffset At);

/// <summary>A return of an order.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Number">What the customer writes on the parcel, e.g. <c>#1001-R1</c>.</param>
/// <param name="Status">REQUESTED, OPEN, CLOSED, DECLINED, CANCELED.</param>
/// <param name="Items">What comes back.</param>
/// <param name="At">When it was asked for.</param>
public sealed record OrderReturn(string Id, string Number, string Status, ImmutableArray<ReturnedPieces> Items, DateTimeOffset At)
{
    /// <summary>Whether it is under way.</summary>
    public bool IsOpen => Status is "REQUESTED" or "OPEN";
}

/// <summary>Pieces of a line that come back.</summary>
/// <param name="LineId">The order's line; null when the platform does not tell.</param>
/// <param name="Title">What it is.</param>
/// <param name="Quantity">How many.</param>
public sealed record ReturnedPieces(string? LineId, string Title, int Quantity);

/// <summary>One parcel.</summary>
public sealed record Fulfillment
{
    /// <summary>Shopify's <c>FulfillmentDisplayStatus</c>: LABEL_PRINTED, CONFIRMED, IN_TRANSIT, OUT_FOR_DELIVERY, ATTEMPTED_DELIVERY, DELAYED, DELIVERED, FAILURE, …</summary>
    public required string DisplayStatus { get; init; }
    /// <summary>When it was handed over.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When the carrier expects to deliver.</summary>
    public DateTimeOffset? EstimatedDeliveryAt { get; init; }
    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }
    /// <summary>Carrier's name.</summary>
    public string? Carrier { get; init; }
    /// <summary>Tracking number.</summary>
    public string? TrackingNumber { get; init; }
    /// <summary>The carrier's page for it.</summary>
    public string? TrackingUrl { get; init; }
    /// <summary>What is in it: title (variant) × quantity.</summary>
    public ImmutableArray<string> Contents { get; init; } = [];
}
