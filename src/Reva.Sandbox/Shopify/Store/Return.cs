namespace Reva.Sandbox.Shopify.Store;

/// <summary>What a customer sends back, and what they get instead.</summary>
/// <param name="Status">REQUESTED, OPEN, CLOSED, DECLINED or CANCELED.</param>
/// <param name="ShippingFee">What the customer pays for the way back.</param>
internal sealed record Return(
    long Id, string Name, string Status, DateTimeOffset CreatedAt, IReadOnlyList<ReturnLine> Lines, IReadOnlyList<ExchangeLine> Exchanges, decimal ShippingFee)
{
    public DateTimeOffset? ApprovedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? DeclineReason { get; init; }

    public string? DeclineNote { get; init; }

    public IReadOnlyList<ReverseDelivery> Deliveries { get; init; } = [];

    /// <summary>Whether pieces are on their way back, or may be.</summary>
    public bool IsPending => Status is "REQUESTED" or "OPEN";

    /// <summary>Whether all that was to come has come and gone out.</summary>
    public bool IsDone => Lines.All(l => l.Processed == l.Quantity) && Exchanges.All(e => e.Processed == e.Quantity);
}

/// <param name="RestockingFee">Percent of the price that the shop keeps, 0 to 100.</param>
internal sealed record ReturnLine(
    long Id, long FulfillmentLineId, long LineItemId, int Quantity, string Reason, string? ReasonNote, string? CustomerNote, decimal RestockingFee)
{
    /// <summary>How many came back.</summary>
    public int Processed { get; init; }
}

/// <param name="UnitDiscount">What is taken off the price of each piece.</param>
internal sealed record ExchangeLine(long Id, long VariantId, int Quantity, decimal Price, decimal UnitDiscount)
{
    /// <summary>How many were added to the order.</summary>
    public int Processed { get; init; }

    /// <summary>The line items that they became.</summary>
    public IReadOnlyList<long> LineItemIds { get; init; } = [];
}

/// <summary>A parcel on its way back.</summary>
internal sealed record ReverseDelivery(
    long Id, IReadOnlyList<ReverseDeliveryLine> Lines, string? LabelUrl, string? TrackingNumber, string? TrackingUrl, DateTimeOffset CreatedAt);

internal sealed record ReverseDeliveryLine(long Id, long ReturnLineId, int Quantity);
