using Reva.Connections.Shopify.Admin;

namespace Reva.Connections.Shopify.Orders;

internal sealed record OrdersData(Nodes<OrderNode> Orders);

internal sealed record OrderNode
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public string? DisplayFinancialStatus { get; init; }
    public CustomerNode? Customer { get; init; }
    public AddressNode? ShippingAddress { get; init; }
    public required MoneyBag TotalPriceSet { get; init; }
    public MoneyBag? TotalRefundedSet { get; init; }
    public MoneyBag? TotalShippingPriceSet { get; init; }
    public IReadOnlyList<RefundNode> Refunds { get; init; } = [];
    public Nodes<LineNode> LineItems { get; init; } = new();
    public IReadOnlyList<FulfillmentNode> Fulfillments { get; init; } = [];
}

internal sealed record CustomerNode(string Id, string? FirstName);

internal sealed record AddressNode(string? FirstName, string? City, string? Country);

internal sealed record RefundNode(DateTimeOffset? CreatedAt);

/// <summary>An amount in the currency that the customer saw.</summary>
internal sealed record MoneyBag(MoneyNode PresentmentMoney);

internal sealed record MoneyNode(decimal Amount, string CurrencyCode);

internal sealed record Reference(string Id);

internal sealed record ImageNode(string? Url);

internal sealed record LineNode
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? VariantTitle { get; init; }
    public required int Quantity { get; init; }
    public int UnfulfilledQuantity { get; init; }
    public Reference? Product { get; init; }
    public Reference? Variant { get; init; }
    public ImageNode? Image { get; init; }
    public required MoneyBag DiscountedUnitPriceSet { get; init; }
}

internal sealed record FulfillmentNode
{
    public string? Status { get; init; }
    public string? DisplayStatus { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EstimatedDeliveryAt { get; init; }
    public DateTimeOffset? DeliveredAt { get; init; }
    public IReadOnlyList<TrackingNode> TrackingInfo { get; init; } = [];
    public Nodes<ParcelLineNode> FulfillmentLineItems { get; init; } = new();
}

internal sealed record TrackingNode(string? Company, string? Number, string? Url);

internal sealed record ParcelLineNode(int? Quantity, ParcelItemNode LineItem);

internal sealed record ParcelItemNode(string Title, string? VariantTitle);
