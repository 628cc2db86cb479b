using Reva.Core.Audit;
using Reva.Core.Customers;

namespace Reva.Core.Orders;

/// <summary>Tells whether an order has changed in anything that an action on it rests on.</summary>
public static class OrderFingerprint
{
    /// <summary>
    /// SHA-256, 64 lower-case hexadecimal digits, over lines, parcels, money, address, returns and cancellation, in whatever order equal parts come.
    /// Titles, pictures, marks and the carrier's forecasts are left out: they move without changing what was agreed to.
    /// </summary>
    public static string Of(Order order) => new FieldHash()
        .Add(order.Id).Add(order.Number).Add(order.Email).Add(order.CustomerId)
        .Add(order.CancelledAt).Add(order.FinancialStatus).Add(order.Edited ? 1 : 0)
        .Add(order.Total).Add(order.Refunded).Add(order.Shipping).Add(order.Received).Add(order.Outstanding)
        .AddSet<PostalAddress>(order.ShippingAddress is { } address ? [address] : [], (hash, a) => hash.Add(a.Name).Add(a.Address1).Add(a.Address2).Add(a.City).Add(a.Province).Add(a.Zip).Add(a.Country))
        .AddSet(order.Lines, AddLine)
        .AddSet(order.Fulfillments, (hash, f) => hash.Add(f.DisplayStatus).Add(f.CreatedAt).Add(f.DeliveredAt).Add(f.TrackingNumber))
        .AddSet(order.Payments, (hash, p) => hash.Add(p.Id).Add(p.Refund ? 1 : 0).Add(p.Amount).Add(p.MethodId).Add(p.Method))
        .AddSet(order.Returns, AddReturn)
        .ToHex();

    private static void AddLine(FieldHash hash, OrderLine line) => hash
        .Add(line.Id).Add(line.ProductId).Add(line.VariantId).Add(line.Quantity).Add(line.CurrentQuantity ?? line.Quantity)
        .Add(line.Unfulfilled).Add(line.Refundable).Add(line.Returnable).Add(line.Price);

    private static void AddReturn(FieldHash hash, OrderReturn back) => hash
        .Add(back.Id).Add(back.Status)
        .AddSet(back.Items, (inner, item) => inner.Add(item.LineId).Add(item.Title).Add(item.Quantity));
}
