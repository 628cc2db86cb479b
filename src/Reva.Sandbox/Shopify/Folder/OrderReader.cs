using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Makes orders of what a folder says; what an order leaves out comes from its variants.</summary>
internal sealed class OrderReader(FolderFile file, Products products, Customers customers, DateTimeOffset now)
{
    public IEnumerable<Order> Read() => file.Read<IReadOnlyList<OrderFile>>().Select((o, i) => Order(o, $"[{i}]"));

    private Order Order(OrderFile given, string place)
    {
        if (given.CustomerId is { } customer && customers.Find(customer) is null)
            throw file.Wrong($"{place}.customerId", $"There is no customer {customer}; add it to customers.json or leave the id out.");
        if (given.LineItems.Count == 0)
            throw file.Wrong($"{place}.lineItems", "An order needs at least one line item.");
        if (given.CancelledAt is null != given.CancelReason is null)
            throw file.Wrong($"{place}.cancelReason", "A cancelled order has both cancelledAt and cancelReason.");
        var created = file.Date(given.CreatedAt, $"{place}.createdAt");
        var lines = given.LineItems.Select((l, i) => Line(given, l, i, $"{place}.lineItems[{i}]")).ToList();
        var shipments = new FulfillmentReader(file, given, lines);
        var order = new Order(
            given.Id, given.Name, given.Email, given.Phone, given.CustomerId, created, created,
            file.OptionalDate(given.ClosedAt, $"{place}.closedAt"), file.OptionalDate(given.CancelledAt, $"{place}.cancelledAt"),
            given.CancelReason is null ? null : file.OneOf(given.CancelReason, OrderWords.CancelReasons, $"{place}.cancelReason"),
            file.OneOf(given.FinancialStatus, OrderWords.FinancialStatuses, $"{place}.financialStatus"),
            file.OneOf(given.FulfillmentStatus, OrderWords.FulfillmentStatuses, $"{place}.fulfillmentStatus"),
            lines, shipments.Read(place),
            given.ShippingAddress is null ? null : CustomerReader.Address(given.ShippingAddress, given.Id * 10 + 1),
            given.BillingAddress is null ? null : CustomerReader.Address(given.BillingAddress, given.Id * 10 + 2),
            given.ShippingTitle, given.ShippingPrice, given.Tax,
            [.. (given.Discounts ?? []).Select(d => new Discount(d.Code, d.Title ?? d.Code ?? "Discount", d.Amount))],
            [], [], given.Note, given.Tags ?? []);
        order = new PaymentReader(file, given).AddTo(Shares.Over(order), place);
        return order with { UpdatedAt = file.OptionalDate(given.UpdatedAt, $"{place}.updatedAt") ?? LastChange(order) };
    }

    private LineItem Line(OrderFile order, LineItemFile given, int index, string place)
    {
        var variant = given.VariantId is { } id ? products.FindVariant(id) : null;
        if (given.Title is null && variant is null)
            throw file.Wrong($"{place}.variantId", $"There is no variant {given.VariantId}; correct it, or give title and price for a product that is no longer sold.");
        if (given.Quantity < 1)
            throw file.Wrong($"{place}.quantity", "A quantity is at least 1.");
        var product = variant is null ? null : products.Find(variant.ProductId);
        return new LineItem(
            given.Id ?? order.Id * 100 + index, product?.Id ?? given.ProductId, variant?.Id, given.Title ?? product!.Title,
            given.VariantTitle ?? (variant?.Title is "Default Title" ? null : variant?.Title), given.Sku ?? variant?.Sku, given.Quantity,
            given.Price ?? variant?.Price ?? throw file.Wrong($"{place}.price", "A line item without a known variant needs its price."));
    }

    private DateTimeOffset LastChange(Order order) =>
        new[] { order.CreatedAt, order.CancelledAt ?? default, order.ClosedAt ?? default }
            .Concat(order.Fulfillments.SelectMany(f => new[] { f.UpdatedAt, f.DeliveredAt ?? default }))
            .Concat(order.Refunds.Select(r => r.CreatedAt))
            .Where(d => d <= now).Append(order.CreatedAt).Max();
}
