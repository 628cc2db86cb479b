namespace Reva.Sandbox.Shopify.Store;

/// <summary>Shares the discounts and the tax of an order over its lines, so that the shares add up to the cent.</summary>
internal static class Shares
{
    /// <summary>The order with every line's share; a discount beyond the items is left to shipping.</summary>
    public static Order Over(Order order)
    {
        var discounts = Split(Math.Min(order.Discounted, order.Subtotal), [.. order.LineItems.Select(l => l.Price * l.Quantity - l.OwnDiscount)]);
        var lines = order.LineItems.Select((l, i) => l with { OrderDiscount = discounts[i] }).ToList();
        var taxes = Split(order.Tax, [.. lines.Select(l => l.Worth(l.Quantity).Subtotal)]);
        return order with { LineItems = [.. lines.Select((l, i) => l with { Tax = taxes[i] })] };
    }

    /// <summary>Splits an amount by weights: each share is the difference of two rounded running sums, so no cent is lost or made.</summary>
    public static decimal[] Split(decimal amount, IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        var even = total == 0;
        decimal running = 0, given = 0;
        var shares = new decimal[weights.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            running += even ? 1 : weights[i];
            var upTo = i == shares.Length - 1 ? amount : decimal.Round(amount * running / (even ? weights.Count : total), 2, MidpointRounding.AwayFromZero);
            shares[i] = upTo - given;
            given = upTo;
        }
        return shares;
    }
}
