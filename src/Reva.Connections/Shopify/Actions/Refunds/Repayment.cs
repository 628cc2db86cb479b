using Reva.Connections.Shopify.Orders;
using Reva.Core;

namespace Reva.Connections.Shopify.Actions.Refunds;

/// <summary>Shares a sum out over the payments that it came from.</summary>
internal static class Repayment
{
    /// <summary><c>OrderTransactionInput</c>s that pay <paramref name="amount"/> back; null when the payments do not hold so much any more.</summary>
    /// <param name="wishes">How much of which payment first; what is left over comes from the payments in the order of their making.</param>
    public static IReadOnlyList<object>? Share(string orderId, IReadOnlyList<TransactionNode> transactions, Money amount, IReadOnlyList<(string Id, Money Amount)> wishes)
    {
        var shares = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var left = amount.Rounded().Amount;
        var payments = transactions.Where(t => t is { Kind: "SALE" or "CAPTURE", Moved: true }).OrderBy(t => t.CreatedAt).ToList();
        foreach (var (id, wish) in wishes.Concat(payments.Select(p => (p.Id, Amount: amount))))
        {
            if (payments.Find(p => p.Id == id) is not { } payment)
                continue;
            var share = Math.Min(Math.Min(left, wish.Amount), Held(payment, transactions) - shares.GetValueOrDefault(id));
            if (share <= 0)
                continue;
            shares[id] = shares.GetValueOrDefault(id) + share;
            left -= share;
        }
        return left > 0 ? null : [.. payments.Where(p => shares.ContainsKey(p.Id)).Select(p => Input(orderId, p, new(shares[p.Id], amount.Currency)))];
    }

    private static decimal Held(TransactionNode payment, IReadOnlyList<TransactionNode> transactions) =>
        payment.AmountSet.PresentmentMoney.Amount
        - transactions.Where(t => t.Kind == "REFUND" && t.Status is "SUCCESS" or "PENDING" && t.ParentTransaction?.Id == payment.Id).Sum(t => t.AmountSet.PresentmentMoney.Amount);

    private static object Input(string orderId, TransactionNode payment, Money share) =>
        new { orderId, parentId = payment.Id, kind = "REFUND", gateway = payment.Gateway ?? "manual", amount = MoneyNode.Text(share) };
}
