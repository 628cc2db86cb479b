using System.Collections.Immutable;

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
}

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
