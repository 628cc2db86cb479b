namespace Reva.Sandbox.Shopify.Store;

internal sealed record Order(
    long Id, string Name, string Email, string? Phone, long? CustomerId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt, DateTimeOffset? CancelledAt, string? CancelReason, string FinancialStatus, string FulfillmentStatus,
    IReadOnlyList<LineItem> LineItems, IReadOnlyList<Fulfillment> Fulfillments, Address? ShippingAddress, Address? BillingAddress,
    string ShippingTitle, decimal ShippingPrice, decimal Tax, IReadOnlyList<Discount> Discounts,
    IReadOnlyList<Transaction> Transactions, IReadOnlyList<Refund> Refunds, string? Note, IReadOnlyList<string> Tags)
{
    public decimal Subtotal => LineItems.Sum(l => l.Price * l.Quantity);
    public decimal Discounted => Discounts.Sum(d => d.Amount);
    public decimal Total => Subtotal - Discounted + ShippingPrice + Tax;
    public decimal Refunded => Refunds.Sum(r => r.Amount);

    /// <summary>What was paid in, before refunds.</summary>
    public decimal Received => Transactions.Where(t => t is { Status: "SUCCESS", Kind: "SALE" or "CAPTURE" }).Sum(t => t.Amount);

    /// <summary>How many of a line item were refunded.</summary>
    public int RefundedOf(LineItem item) =>
        Refunds.SelectMany(r => r.LineItems).Where(r => r.LineItemId == item.Id).Sum(r => r.Quantity);

    /// <summary>How many of a line item were sent out.</summary>
    public int FulfilledOf(LineItem item) =>
        Fulfillments.Where(f => f.Status == "SUCCESS").SelectMany(f => f.LineItems).Where(f => f.LineItemId == item.Id).Sum(f => f.Quantity);
}

internal sealed record LineItem(long Id, long? ProductId, long? VariantId, string Title, string? VariantTitle, string? Sku, int Quantity, decimal Price);

internal sealed record Discount(string? Code, string Title, decimal Amount);

internal sealed record Fulfillment(
    long Id, string Name, string Status, string? DisplayStatus, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? EstimatedDeliveryAt,
    DateTimeOffset? InTransitAt, DateTimeOffset? DeliveredAt, IReadOnlyList<Tracking> Tracking, IReadOnlyList<FulfillmentEvent> Events,
    IReadOnlyList<FulfillmentLine> LineItems);

internal sealed record Tracking(string? Company, string? Number, string? Url);

internal sealed record FulfillmentEvent(
    long Id, string Status, DateTimeOffset HappenedAt, string? Message, string? City, string? Province, string? Country, string? Zip);

internal sealed record FulfillmentLine(long Id, long LineItemId, int Quantity);

internal sealed record Transaction(
    long Id, string Kind, string Gateway, string? PaymentMethod, decimal Amount, string Status, DateTimeOffset ProcessedAt, long? ParentId);

internal sealed record Refund(
    long Id, DateTimeOffset CreatedAt, string? Note, decimal Amount, IReadOnlyList<RefundLine> LineItems, IReadOnlyList<long> TransactionIds);

internal sealed record RefundLine(long Id, long LineItemId, int Quantity, decimal Subtotal, string RestockType);
