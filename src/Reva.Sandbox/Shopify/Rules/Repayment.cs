using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>Money that goes back by the payment that brought it.</summary>
internal sealed record Repaid(Transaction Payment, decimal Amount);

/// <summary>How much of an order's money can go back, and by which payments.</summary>
internal static class Repayment
{
    /// <summary>What was paid and not yet given back.</summary>
    public static decimal Left(Order order) => Math.Max(0, order.Received - order.Refunded);

    /// <summary>What of one payment was not yet given back.</summary>
    public static decimal LeftOf(Order order, Transaction payment) => Math.Max(0, payment.Amount - order.Transactions
        .Where(t => t is { Kind: "REFUND", Status: "SUCCESS" or "PENDING" } && t.ParentId == payment.Id).Sum(t => t.Amount));

    /// <summary>Spreads an amount over the payments, oldest first; what is more than they have left is not spread.</summary>
    public static IReadOnlyList<Repaid> Spread(Order order, decimal amount)
    {
        var open = Math.Min(amount, Left(order));
        var parts = new List<Repaid>();
        foreach (var payment in order.Transactions.Where(t => t.IsPayment))
        {
            var part = Math.Min(open, LeftOf(order, payment));
            if (part > 0)
                parts.Add(new Repaid(payment, part));
            open -= part;
        }
        return parts;
    }

    /// <summary>What the next pieces of a line cost: those after the ones that were given back already.</summary>
    public static Worth WorthOf(Order order, LineItem item, int pieces)
    {
        var before = order.RefundedOf(item);
        return item.Worth(before + pieces) - item.Worth(before);
    }

    /// <summary>What of the shipping price was not yet given back.</summary>
    public static decimal ShippingLeft(Order order) => Math.Max(0, order.ShippingWorth - order.Refunds.Sum(r => r.Shipping));
}
