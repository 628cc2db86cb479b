namespace Reva.Sandbox.Shopify.Folder;

internal sealed record OrderFile(
    long Id, string Name, string Email, string CreatedAt, IReadOnlyList<LineItemFile> LineItems, string? Phone = null, long? CustomerId = null,
    string? UpdatedAt = null, string? ClosedAt = null, string? CancelledAt = null, string? CancelReason = null, string FinancialStatus = "PAID",
    string FulfillmentStatus = "UNFULFILLED", AddressFile? ShippingAddress = null, AddressFile? BillingAddress = null, string ShippingTitle = "Standard",
    decimal ShippingPrice = 0, decimal Tax = 0, IReadOnlyList<DiscountFile>? Discounts = null, IReadOnlyList<TransactionFile>? Transactions = null,
    IReadOnlyList<FulfillmentFile>? Fulfillments = null, IReadOnlyList<RefundFile>? Refunds = null, string? Note = null, IReadOnlyList<string>? Tags = null);

internal sealed record LineItemFile(
    int Quantity, long? Id = null, long? VariantId = null, long? ProductId = null, string? Title = null, string? VariantTitle = null, string? Sku = null,
    decimal? Price = null);

internal sealed record DiscountFile(decimal Amount, string? Code = null, string? Title = null);

internal sealed record TransactionFile(
    decimal Amount, long? Id = null, string Kind = "SALE", string Gateway = "shopify_payments", string? PaymentMethod = null, string Status = "SUCCESS",
    string? ProcessedAt = null);

internal sealed record FulfillmentFile(
    string CreatedAt, long? Id = null, string Status = "SUCCESS", string? DisplayStatus = null, string? UpdatedAt = null, string? EstimatedDeliveryAt = null,
    string? InTransitAt = null, string? DeliveredAt = null, IReadOnlyList<TrackingFile>? TrackingInfo = null, IReadOnlyList<EventFile>? Events = null,
    IReadOnlyList<LineFile>? LineItems = null);

internal sealed record TrackingFile(string? Company = null, string? Number = null, string? Url = null);

internal sealed record EventFile(
    string Status, string HappenedAt, long? Id = null, string? Message = null, string? City = null, string? Province = null, string? Country = null,
    string? Zip = null);

internal sealed record LineFile(int LineItem, int Quantity);

internal sealed record RefundFile(
    string CreatedAt, decimal Amount, long? Id = null, string? Note = null, IReadOnlyList<RefundLineFile>? LineItems = null);

internal sealed record RefundLineFile(int LineItem, int Quantity, decimal? Subtotal = null, string RestockType = "NO_RESTOCK");
