using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>What can be sent back, and what becomes of it.</summary>
internal static class Returning
{
    /// <summary>How many pieces of a sent line can still be sent back: what was sent, less what is on its way back, came back or was refunded otherwise.</summary>
    public static int Returnable(Order order, FulfillmentLine line)
    {
        if (order.Fulfillments.FirstOrDefault(f => f.LineItems.Contains(line)) is not { Status: "SUCCESS" })
            return 0;
        var here = line.Quantity - Taken(order.Returns.SelectMany(r => r.Lines.Where(l => l.FulfillmentLineId == line.Id).Select(l => (r, l))));
        var item = order.LineItems.First(l => l.Id == line.LineItemId);
        var elsewhere = order.Refunds.Where(r => r.ReturnId is null).SelectMany(r => r.LineItems)
            .Where(r => r.LineItemId == item.Id && r.RestockType != "CANCEL").Sum(r => r.Quantity);
        var whole = order.FulfilledOf(item) - elsewhere - Taken(order.Returns.SelectMany(r => r.Lines.Where(l => l.LineItemId == item.Id).Select(l => (r, l))));
        return Math.Max(0, Math.Min(here, whole));
    }

    /// <summary>Replaces a return within its order.</summary>
    public static Order With(Order order, Return changed) => order with { Returns = [.. order.Returns.Select(r => r.Id == changed.Id ? changed : r)] };

    /// <summary>The line item that pieces of an exchange become.</summary>
    public static LineItem LineOf(ShopStore store, ExchangeLine exchange, int pieces)
    {
        var variant = store.Products.FindVariant(exchange.VariantId)!;
        return new LineItem(
            store.Activity.NextId(), variant.ProductId, variant.Id, store.Products.Find(variant.ProductId)!.Title, variant.Title == "Default Title" ? null : variant.Title,
            variant.Sku, pieces, exchange.Price)
        {
            OwnDiscount = exchange.UnitDiscount * pieces,
        };
    }

    // A return that is open holds its pieces; of one that is over only those count that came.
    private static int Taken(IEnumerable<(Return Return, ReturnLine Line)> lines) =>
        lines.Sum(x => x.Return.IsPending ? x.Line.Quantity : x.Return.Status == "CLOSED" ? x.Line.Processed : 0);
}
