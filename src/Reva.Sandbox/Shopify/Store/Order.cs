namespace Reva.Sandbox.Shopify.Store;

internal sealed record Order(
    long Id, string Name, string Email, string? Phone, long? CustomerId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt, DateTimeOffset? CancelledAt, string? CancelReason, string FinancialStatus, string FulfillmentStatus,
    IReadOnlyList<LineItem> LineItems, IReadOnlyList<Fulfillment> Fulfillments, Address? ShippingAddress, Address? BillingAddress,
    string ShippingTitle, decimal ShippingPrice, decimal Tax, IReadOnlyList<Discount> Discounts,
    IReadOnlyList<Transaction> Transactions, IReadOnlyList<Refund> Refunds, string? Note, IReadOnlyList<string> Tags)
{
    /// <summary>Returns and exchanges, oldest first.</summary>
    public IReadOnlyList<Return> Returns { get; init; } = [];

    /// <summary>What the back office booked or planned beside the transactions of the shop.</summary>
    public IReadOnlyList<Settlement> Settlements { get; init; } = [];

    public IReadOnlyList<CustomAttribute> CustomAttributes { get; init; } = [];

    public IReadOnlyList<Metafield> Metafields { get; init; } = [];

    /// <summary>What staff wrote when the order was cancelled.</summary>
    public string? CancelNote { get; init; }

    /// <summary>Whether line items were changed after the order was placed.</summary>
    public bool Edited { get; init; }

    /// <summary>The total before the first edit; null while there was none.</summary>
    public decimal? TotalWhenPlaced { get; init; }

    public decimal Subtotal => LineItems.Sum(l => l.Price * l.Quantity - l.OwnDiscount);
    public decimal Discounted => Discounts.Sum(d => d.Amount);
    public decimal Total => Subtotal - Discounted + ShippingPrice + Tax;
    public decimal Refunded => Refunds.Sum(r => r.Amount);

    /// <summary>What was paid in, before refunds.</summary>
    public decimal Received => Transactions.Where(t => t.IsPayment).Sum(t => t.Amount);

    /// <summary>What the order is worth after removals, returns and refunds.</summary>
    public decimal CurrentTotal => LineItems.Sum(l => l.Worth(l.Quantity - l.Removed).Sum) + ShippingWorth - Refunds.Sum(r => r.Reduces ?? r.Amount);

    /// <summary>What is still to be paid; below zero when the customer is owed money.</summary>
    public decimal Outstanding => CancelledAt is null ? CurrentTotal - (Received - Refunded) : 0;

    /// <summary>How many of a line item were refunded or returned.</summary>
    public int RefundedOf(LineItem item) =>
        Refunds.SelectMany(r => r.LineItems).Where(r => r.LineItemId == item.Id).Sum(r => r.Quantity);

    /// <summary>How many of a line item were sent out.</summary>
    public int FulfilledOf(LineItem item) =>
        Fulfillments.Where(f => f.Status == "SUCCESS").SelectMany(f => f.LineItems).Where(f => f.LineItemId == item.Id).Sum(f => f.Quantity);

    /// <summary>How many of a line item the customer still has or waits for.</summary>
    public int CurrentOf(LineItem item) => item.Quantity - item.Removed - RefundedOf(item);

    /// <summary>How many of a line item are still to be sent.</summary>
    public int UnfulfilledOf(LineItem item)
    {
        var dropped = Refunds.SelectMany(r => r.LineItems).Where(r => r.LineItemId == item.Id && r.RestockType == "CANCEL").Sum(r => r.Quantity);
        return CancelledAt is null ? Math.Clamp(item.Quantity - item.Removed - FulfilledOf(item) - dropped, 0, Math.Max(0, CurrentOf(item))) : 0;
    }

    /// <summary>What shipping still brings in after a discount that is larger than the items.</summary>
    public decimal ShippingWorth => ShippingPrice - (Discounted - LineItems.Sum(l => l.OrderDiscount));
}

/// <summary>A note of name and value on an order.</summary>
internal sealed record CustomAttribute(string Key, string? Value);

internal sealed record LineItem(long Id, long? ProductId, long? VariantId, string Title, string? VariantTitle, string? Sku, int Quantity, decimal Price)
{
    /// <summary>How many pieces edits took off; they are the last ones.</summary>
    public int Removed { get; init; }

    /// <summary>The line's own discount, for all pieces.</summary>
    public decimal OwnDiscount { get; init; }

    /// <summary>The line's share of the order's discounts, for all pieces.</summary>
    public decimal OrderDiscount { get; init; }

    /// <summary>The line's share of the order's tax, for all pieces.</summary>
    public decimal Tax { get; init; }

    /// <summary>What the first <paramref name="pieces"/> cost. Each piece has its fixed share to the cent, and all of them make up the line.</summary>
    public Worth Worth(int pieces) => new(Price * pieces - Run(OwnDiscount, pieces) - Run(OrderDiscount, pieces), Run(Tax, pieces));

    private decimal Run(decimal whole, int pieces) =>
        pieces >= Quantity ? whole : decimal.Round(whole * pieces / Quantity, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A price after all discounts, and its tax.</summary>
internal readonly record struct Worth(decimal Subtotal, decimal Tax)
{
    public decimal Sum => Subtotal + Tax;

    public static Worth operator +(Worth a, Worth b) => new(a.Subtotal + b.Subtotal, a.Tax + b.Tax);

    public static Worth operator -(Worth a, Worth b) => new(a.Subtotal - b.Subtotal, a.Tax - b.Tax);
}

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
    long Id, string Kind, string Gateway, string? PaymentMethod, decimal Amount, string Status, DateTimeOffset ProcessedAt, long? ParentId)
{
    /// <summary>Whether money came in by it.</summary>
    public bool IsPayment => this is { Status: "SUCCESS", Kind: "SALE" or "CAPTURE" };
}

internal sealed record Refund(
    long Id, DateTimeOffset CreatedAt, string? Note, decimal Amount, IReadOnlyList<RefundLine> LineItems, IReadOnlyList<long> TransactionIds)
{
    /// <summary>How much of the amount was for shipping.</summary>
    public decimal Shipping { get; init; }

    /// <summary>By how much it makes the order worth less, where that is not its amount: money back for what an edit had removed already does not.</summary>
    public decimal? Reduces { get; init; }

    /// <summary>The return that it belongs to.</summary>
    public long? ReturnId { get; init; }

    /// <summary>Whether the money was taken by another payment method instead, so that nothing was given back on balance.</summary>
    public bool Rebooked { get; init; }
}

internal sealed record RefundLine(long Id, long LineItemId, int Quantity, decimal Subtotal, string RestockType)
{
    public decimal Tax { get; init; }
}
