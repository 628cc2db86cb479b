using Reva.Connections.Shopify.Orders;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions;

/// <summary>Words of a quote, and what can be quoted at all.</summary>
internal static class Labels
{
    /// <summary>Whether so many pieces can still be paid back. Shopify works nothing out for more.</summary>
    public static bool HasRefundable(this Order order, IEnumerable<ItemPieces> items) =>
        items.GroupBy(i => i.LineId, StringComparer.Ordinal).All(g => order.Lines.FirstOrDefault(l => l.Id == g.Key)?.Refundable >= g.Sum(i => i.Quantity));

    /// <summary>Where the money of an order goes or comes from; null when the order tells of no payment.</summary>
    public static string? Method(Order order, RefundTarget? target = null)
    {
        if (target?.Route == RefundRoute.StoreCredit)
            return PaymentLabels.StoreCredit;
        var methods = order.Payments.Where(p => !p.Refund).Select(p => p.Method).Distinct(StringComparer.Ordinal).ToList();
        return methods.Count == 0 ? null : string.Join(" and ", methods);
    }

    /// <summary><c>Rain Jacket (Moss / M) × 2</c>.</summary>
    public static string Pieces(string title, string? variant, int quantity) => $"{title}{(variant is null ? "" : $" ({variant})")} × {quantity}";

    /// <summary>The one thing by name, several as <c>Items</c>.</summary>
    public static string Items(Order order, IReadOnlyCollection<ItemPieces> items) =>
        items.Count == 1 && order.Lines.FirstOrDefault(l => l.Id == items.First().LineId) is { } line ? Pieces(line.Title, line.VariantTitle, items.First().Quantity) : "Items";
}
