using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>Money that customers have with the shop: gift cards and store credit.</summary>
internal static class Wallets
{
    /// <summary>A payment method of an order's customer.</summary>
    public static PaymentMethod? Method(ShopStore store, Order order, string? id) =>
        order.CustomerId is { } customer ? store.Customers.Find(customer)?.PaymentMethods.FirstOrDefault(m => m.Id == id) : null;

    /// <summary>Moves a gift card's balance; other methods have none and nothing happens.</summary>
    public static void Move(ShopStore store, Order order, string? methodId, decimal by)
    {
        if (Method(store, order, methodId) is { Kind: "GIFT_CARD" })
            store.Customers.Change(order.CustomerId!.Value, c => c with
            {
                PaymentMethods = [.. c.PaymentMethods.Select(m => m.Id == methodId ? m with { Balance = (m.Balance ?? 0) + by } : m)],
            });
    }

    /// <summary>Puts what a refund gives back onto gift cards and store credit.</summary>
    public static void Give(ShopStore store, Order order, RefundDraft draft, DateTimeOffset now)
    {
        foreach (var part in draft.Repaid)
            Move(store, order, part.Payment.PaymentMethod, part.Amount);
        if (draft.StoreCredit > 0)
            store.Customers.Change(order.CustomerId!.Value, c => c with { StoreCredit = Credited(store, c.StoreCredit, new CreditEntry(draft.StoreCredit, now, draft.CreditExpiresAt, order.Name)) });
    }

    private static StoreCredit Credited(ShopStore store, StoreCredit? before, CreditEntry entry)
    {
        var account = before ?? new StoreCredit(store.Activity.NextId(), 0, []);
        return account with { Balance = account.Balance + entry.Amount, Entries = [.. account.Entries, entry] };
    }
}
