using Reva.Core;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Orders;

/// <summary>From Shopify's words to ours.</summary>
internal static class OrderMapping
{
    public static Order Order(OrderNode node, ShopifyStore store) => new()
    {
        Id = node.Id,
        Number = node.Name,
        Email = node.Email ?? "",
        CustomerId = node.Customer?.Id,
        FirstName = Text(node.Customer?.FirstName) ?? Text(node.ShippingAddress?.FirstName),
        PlacedAt = node.CreatedAt,
        CancelledAt = node.CancelledAt,
        CancelReason = node.CancelReason,
        FinancialStatus = node.DisplayFinancialStatus ?? "",
        Lines = [.. node.LineItems.Items.Select(line => Line(line, store))],
        Fulfillments = [.. node.Fulfillments.Where(IsParcel).OrderBy(f => f.CreatedAt).Select(Parcel)],
        Total = Amount(node.TotalPriceSet),
        Refunded = node.TotalRefundedSet is { } refunded ? Amount(refunded) : Money.Zero(node.TotalPriceSet.PresentmentMoney.CurrencyCode),
        RefundedAt = node.Refunds.Max(refund => refund.CreatedAt),
        Shipping = node.TotalShippingPriceSet is { } shipping ? Amount(shipping) : null,
        Destination = Destination(node.ShippingAddress),
    };

    private static OrderLine Line(LineNode line, ShopifyStore store) => new()
    {
        Id = line.Id,
        Title = line.Title,
        VariantTitle = VariantTitle(line.VariantTitle),
        ProductId = line.Product?.Id,
        VariantId = line.Variant?.Id,
        Quantity = line.Quantity,
        Unfulfilled = line.UnfulfilledQuantity,
        Price = Amount(line.DiscountedUnitPriceSet),
        ImageUrl = line.Image?.Url is { } url ? store.Absolute(url) : null,
    };

    private static bool IsParcel(FulfillmentNode node) => node.Status is not ("CANCELLED" or "ERROR" or "FAILURE");

    private static Fulfillment Parcel(FulfillmentNode node)
    {
        var tracking = node.TrackingInfo is [var first, ..] ? first : null;
        return new()
        {
            DisplayStatus = node.DisplayStatus ?? "FULFILLED",
            CreatedAt = node.CreatedAt,
            EstimatedDeliveryAt = node.EstimatedDeliveryAt,
            DeliveredAt = node.DeliveredAt,
            Carrier = Text(tracking?.Company),
            TrackingNumber = Text(tracking?.Number),
            TrackingUrl = Link(tracking?.Url),
            Contents = [.. node.FulfillmentLineItems.Items.Select(Content)],
        };
    }

    private static string Content(ParcelLineNode line)
    {
        var variant = VariantTitle(line.LineItem.VariantTitle) is { } title ? $" ({title})" : "";
        return $"{line.LineItem.Title}{variant} × {line.Quantity ?? 1}";
    }

    private static Money Amount(MoneyBag bag) => new(bag.PresentmentMoney.Amount, bag.PresentmentMoney.CurrencyCode);

    private static string? Destination(AddressNode? address) =>
        string.Join(", ", new[] { Text(address?.City), Text(address?.Country) }.OfType<string>()) is { Length: > 0 } place ? place : null;

    // Carriers' links are typed by merchants; only one that a browser may follow safely is passed on.
    private static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    // Shopify's name for 'there are no variants'.
    private static string? VariantTitle(string? title) => title is "Default Title" ? null : Text(title);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
