using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>Books refunds: transactions, gift cards, store credit, stock and the order's state.</summary>
internal static class Refunding
{
    /// <returns>The order with the refund as its last one; it is for the caller to save.</returns>
    public static Order Book(ShopStore store, Order order, RefundDraft draft, DateTimeOffset now)
    {
        var ids = store.Activity;
        var transactions = draft.Repaid.Select(r => new Transaction(
            ids.NextId(), "REFUND", r.Payment.Gateway, r.Payment.PaymentMethod, r.Amount, "SUCCESS", now, r.Payment.Id)).ToList();
        if (draft.StoreCredit > 0)
            transactions.Add(new Transaction(ids.NextId(), "REFUND", "shopify_store_credit", null, draft.StoreCredit, "SUCCESS", now, null));
        var refund = new Refund(ids.NextId(), now, draft.Note, draft.Amount, [.. draft.Parts.Select(p => Line(store, order, p))], [.. transactions.Select(t => t.Id)])
        {
            Shipping = draft.Shipping, ReturnId = draft.ReturnId, Reduces = draft.Reduces ?? Reduces(order, draft),
        };
        Wallets.Give(store, order, draft, now);
        foreach (var part in draft.Parts.Where(p => p.Restocks))
            Stock.Move(store, part.Item.VariantId, part.Quantity, now);
        return Statuses.Settle(order with { Transactions = [.. order.Transactions, .. transactions], Refunds = [.. order.Refunds, refund] });
    }

    /// <summary>What items and shipping of a refund are worth.</summary>
    public static decimal Worth(Order order, IEnumerable<RefundPart> parts, decimal shipping) =>
        parts.Sum(p => Repayment.WorthOf(order, p.Item, p.Quantity).Sum) + shipping;

    // Money beyond what is sent back settles first what an edit left overpaid; only the rest makes the order worth less.
    private static decimal Reduces(Order order, RefundDraft draft)
    {
        var beyond = Math.Max(0, draft.Amount - Worth(order, draft.Parts, draft.Shipping));
        return draft.Amount - Math.Min(beyond, Math.Max(0, -order.Outstanding));
    }

    private static RefundLine Line(ShopStore store, Order order, RefundPart part)
    {
        var worth = Repayment.WorthOf(order, part.Item, part.Quantity);
        return new RefundLine(store.Activity.NextId(), part.Item.Id, part.Quantity, worth.Subtotal, part.RestockType) { Tax = worth.Tax };
    }
}
