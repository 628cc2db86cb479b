using System.Collections.Immutable;
using Reva.Connections.Shopify.Customers;
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
        Lines = [.. node.LineItems.Items.Select(line => Line(line, node, store))],
        Fulfillments = [.. node.Fulfillments.Where(f => f.IsParcel).OrderBy(f => f.CreatedAt).Select(Parcel)],
        Total = node.TotalPriceSet.ToMoney(),
        Refunded = node.TotalRefundedSet?.ToMoney() ?? Money.Zero(node.TotalPriceSet.PresentmentMoney.CurrencyCode),
        RefundedAt = node.Refunds.Max(refund => refund.CreatedAt),
        Shipping = node.TotalShippingPriceSet?.ToMoney(),
        Destination = Destination(node.ShippingAddress),
        ShippingAddress = AddressMapping.Address(node.ShippingAddress),
        Received = node.TotalReceivedSet?.ToMoney(),
        Outstanding = node.TotalOutstandingSet?.ToMoney(),
        Payments = [.. node.Transactions.Where(t => t.Moved).OrderBy(At).Select(Payment)],
        Returns = [.. node.Returns.Items.OrderBy(r => r.CreatedAt).Select(Return)],
        Edited = node.Edited,
        Tags = [.. node.Tags],
    };

    private static OrderLine Line(LineNode line, OrderNode order, ShopifyStore store) => new()
    {
        Id = line.Id,
        Title = line.Title,
        VariantTitle = VariantTitle(line.VariantTitle),
        ProductId = line.Product?.Id,
        VariantId = line.Variant?.Id,
        Quantity = line.Quantity,
        Unfulfilled = line.UnfulfilledQuantity,
        Price = line.DiscountedUnitPriceSet.ToMoney(),
        ImageUrl = line.Image?.Url is { } url ? store.Absolute(url) : null,
        Sku = Text(line.Sku),
        CurrentQuantity = line.CurrentQuantity,
        Refundable = line.RefundableQuantity,
        Returnable = Returnable(line, order),
        ProductType = Text(line.Product?.ProductType),
        ProductTags = [.. line.Product?.Tags ?? []],
    };

    // What was paid back without coming back cannot come back either, hence the smaller of the two.
    private static int Returnable(LineNode line, OrderNode order)
    {
        var delivered = order.Fulfillments.Where(f => f is { IsParcel: true, IsDelivered: true })
            .SelectMany(f => f.FulfillmentLineItems.Items).Where(l => l.LineItem.Id == line.Id).Sum(l => l.Quantity ?? 0);
        var held = order.Returns.Items.Where(r => r.Holds).SelectMany(r => r.Lines)
            .Where(l => l.FulfillmentLineItem?.LineItem.Id == line.Id).Sum(l => l.Quantity - l.RefundedQuantity);
        return Math.Max(0, Math.Min(delivered, line.RefundableQuantity) - held);
    }

    private static DateTimeOffset At(TransactionNode transaction) => transaction.ProcessedAt ?? transaction.CreatedAt;

    private static Payment Payment(TransactionNode node) => new(
        node.Id, node.Kind == "REFUND", node.AmountSet.ToMoney(), PaymentLabels.Of(node.Gateway, node.FormattedGateway, node.PaymentDetails), Text(node.PaymentId), At(node));

    private static OrderReturn Return(ReturnNode node) => new(node.Id, node.Name, node.Status, Pieces(node), node.CreatedAt);

    private static ImmutableArray<ReturnedPieces> Pieces(ReturnNode node) =>
        [.. node.Lines.Select(l => new ReturnedPieces(l.FulfillmentLineItem?.LineItem.Id, l.FulfillmentLineItem?.LineItem.Title ?? "", l.Quantity))];

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

    private static string? Destination(AddressNode? address) =>
        string.Join(", ", new[] { Text(address?.City), Text(address?.Country) }.OfType<string>()) is { Length: > 0 } place ? place : null;

    // Carriers' links are typed by merchants; only one that a browser may follow safely is passed on.
    private static string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    // Shopify's name for 'there are no variants'.
    private static string? VariantTitle(string? title) => title is "Default Title" ? null : Text(title);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
