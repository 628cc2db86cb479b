using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Customers;

namespace Reva.Connections.Shopify.Orders;

internal sealed record OrdersData(Nodes<OrderNode> Orders);

internal sealed record OrderNumbersData(Nodes<NumberedOrder> Orders);

internal sealed record NumberedOrder(string Id, string Name);

internal sealed record OrderData(OrderNode? Order);

internal sealed record OrderNode
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Email { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; init; }
    public string? CancelReason { get; init; }
    public string? DisplayFinancialStatus { get; init; }
    public bool Edited { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public CustomerReference? Customer { get; init; }
    public AddressNode? ShippingAddress { get; init; }
    public required MoneyBag TotalPriceSet { get; init; }
    public MoneyBag? TotalRefundedSet { get; init; }
    public MoneyBag? TotalReceivedSet { get; init; }
    public MoneyBag? TotalOutstandingSet { get; init; }
    public MoneyBag? TotalShippingPriceSet { get; init; }
    public IReadOnlyList<RefundNode> Refunds { get; init; } = [];
    public IReadOnlyList<TransactionNode> Transactions { get; init; } = [];
    public Nodes<LineNode> LineItems { get; init; } = new();
    public IReadOnlyList<FulfillmentNode> Fulfillments { get; init; } = [];
    public Nodes<ReturnNode> Returns { get; init; } = new();
}

internal sealed record CustomerReference(string Id, string? FirstName);

internal sealed record RefundNode(DateTimeOffset? CreatedAt);

internal sealed record Reference(string Id);

internal sealed record ImageNode(string? Url);

internal sealed record ProductReference(string Id, string? ProductType, IReadOnlyList<string>? Tags);

internal sealed record LineNode
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? VariantTitle { get; init; }
    public string? Sku { get; init; }
    public required int Quantity { get; init; }
    public int? CurrentQuantity { get; init; }
    public int RefundableQuantity { get; init; }
    public int UnfulfilledQuantity { get; init; }
    public ProductReference? Product { get; init; }
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

    public bool IsParcel => Status is not ("CANCELLED" or "ERROR" or "FAILURE");

    public bool IsDelivered => DeliveredAt is not null || DisplayStatus is "DELIVERED" or "PICKED_UP";
}

internal sealed record TrackingNode(string? Company, string? Number, string? Url);

internal sealed record ParcelLineNode(int? Quantity, ParcelItemNode LineItem);

internal sealed record ParcelItemNode(string Id, string Title, string? VariantTitle);

internal sealed record ReturnNode(string Id, string Name, string Status, DateTimeOffset CreatedAt, Nodes<ReturnLineNode>? ReturnLineItems)
{
    public IReadOnlyList<ReturnLineNode> Lines => ReturnLineItems?.Items ?? [];

    /// <summary>Whether it keeps its pieces from being returned again.</summary>
    public bool Holds => Status is not ("DECLINED" or "CANCELED");
}

internal sealed record ReturnLineNode(int Quantity, int RefundedQuantity, FulfillmentLineReference? FulfillmentLineItem);

internal sealed record FulfillmentLineReference(ParcelItemNode LineItem);
