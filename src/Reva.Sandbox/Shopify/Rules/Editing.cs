using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>What an edit makes of an order.</summary>
internal static class Editing
{
    /// <summary>The order as the edit would leave it. What was discounted or taxed before keeps its shares; what is new is taxed at the order's rate and not discounted.</summary>
    public static Order Apply(Order order, OrderEdit edit, Func<long> nextId)
    {
        var rate = TaxRate(order);
        var lines = new List<LineItem>();
        var more = new List<LineItem>();
        foreach (var item in order.LineItems)
        {
            var wanted = edit.Lines.FirstOrDefault(l => l.Id == item.Id)?.Quantity ?? order.CurrentOf(item);
            var (changed, extra) = Resize(order, item, wanted - order.CurrentOf(item), rate, nextId);
            lines.Add(changed);
            if (extra is not null)
                more.Add(extra);
        }
        more.AddRange(edit.Lines.Where(l => l is { Added: not null, Quantity: > 0 }).Select(l => Taxed(l.Added! with { Quantity = l.Quantity, OwnDiscount = l.UnitDiscount * l.Quantity }, rate)));
        lines.AddRange(more);
        return order with
        {
            LineItems = lines, Tax = order.Tax + lines.Sum(l => l.Tax) - order.LineItems.Sum(l => l.Tax), TotalWhenPlaced = order.TotalWhenPlaced ?? order.Total, Edited = true,
        };
    }

    /// <summary>Whether nothing that an edit builds on has changed since it began.</summary>
    public static bool IsFresh(Order now, Order before) =>
        ReferenceEquals(now.LineItems, before.LineItems) && ReferenceEquals(now.Fulfillments, before.Fulfillments) && ReferenceEquals(now.Refunds, before.Refunds)
        && ReferenceEquals(now.Returns, before.Returns) && now.CancelledAt == before.CancelledAt;

    /// <summary>Moves the stock of what an edit takes off and adds.</summary>
    public static void MoveStock(ShopStore store, OrderEdit edit, DateTimeOffset now)
    {
        foreach (var line in edit.Lines)
        {
            var before = edit.Base.LineItems.FirstOrDefault(l => l.Id == line.Id);
            var delta = line.Quantity - (before is null ? 0 : edit.Base.CurrentOf(before));
            if (delta > 0 || line.Restock)
                Stock.Move(store, (before ?? line.Added)!.VariantId, -delta, now);
        }
    }

    /// <summary>An item that comes to an order, taxed at the order's rate.</summary>
    public static LineItem Taxed(Order order, LineItem item) => Taxed(item, TaxRate(order));

    private static (LineItem Line, LineItem? More) Resize(Order order, LineItem item, int by, decimal rate, Func<long> nextId)
    {
        if (by <= 0)
            return (item with { Removed = item.Removed - by }, null);
        var restored = Math.Min(by, item.Removed);
        var (line, rest) = (item with { Removed = item.Removed - restored }, by - restored);
        if (rest == 0)
            return (line, null);
        var off = decimal.Round(item.OwnDiscount / item.Quantity * rest, 2, MidpointRounding.AwayFromZero);
        var extra = Taxed(item with { Quantity = rest, Removed = 0, OwnDiscount = off, OrderDiscount = 0 }, rate);
        // Pieces that were given back had their shares; the line keeps them, and more of it becomes a line of its own.
        return order.RefundedOf(item) > 0
            ? (line, extra with { Id = nextId() })
            : (line with { Quantity = item.Quantity + rest, OwnDiscount = item.OwnDiscount + off, Tax = item.Tax + extra.Tax }, null);
    }

    private static decimal TaxRate(Order order)
    {
        var subtotal = order.LineItems.Sum(l => l.Worth(l.Quantity).Subtotal);
        return subtotal == 0 ? 0 : order.LineItems.Sum(l => l.Tax) / subtotal;
    }

    private static LineItem Taxed(LineItem item, decimal rate) =>
        item with { Tax = decimal.Round((item.Price * item.Quantity - item.OwnDiscount) * rate, 2, MidpointRounding.AwayFromZero) };
}
