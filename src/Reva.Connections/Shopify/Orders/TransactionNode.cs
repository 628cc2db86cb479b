namespace Reva.Connections.Shopify.Orders;

internal sealed record TransactionNode
{
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public string? Status { get; init; }
    public string? FormattedGateway { get; init; }
    public string? Gateway { get; init; }
    public string? PaymentId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; init; }
    public required MoneyBag AmountSet { get; init; }
    public CardNode? PaymentDetails { get; init; }
    public Reference? ParentTransaction { get; init; }

    /// <summary>Whether money moved: an authorisation alone moves none.</summary>
    public bool Moved => Status is "SUCCESS" && Kind is "SALE" or "CAPTURE" or "REFUND";
}

/// <summary>A card; other ways to pay tell nothing of themselves.</summary>
internal sealed record CardNode(string? Company, string? Number);
