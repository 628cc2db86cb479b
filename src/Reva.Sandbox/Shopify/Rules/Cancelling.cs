using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>What a cancellation was asked to do.</summary>
/// <param name="Refund">Whether the money goes back to where it came from.</param>
/// <param name="StoreCredit">Whether it goes to store credit instead.</param>
internal sealed record CancelOrder(long OrderId, string Reason, bool Restock, bool Refund, bool StoreCredit, DateTimeOffset? CreditExpiresAt, bool Notify, string? StaffNote);

/// <summary>Cancels orders.</summary>
internal static class Cancelling
{
    /// <summary>Why an order cannot be cancelled; null when it can.</summary>
    public static string? Obstacle(Order order) =>
        order.CancelledAt is not null ? "The order has already been canceled."
        : order.FulfillmentStatus is "FULFILLED" or "PARTIALLY_FULFILLED" || order.Fulfillments.Any(f => f.Status is "SUCCESS" or "OPEN" or "PENDING") ? "The order cannot be canceled because it has outstanding fulfillments."
        : order.Returns.Any(r => r.IsPending) ? "The order cannot be canceled because it has open returns."
        : order.Transactions.Any(t => t is { Kind: "AUTHORIZATION", Status: "SUCCESS" } && !order.Transactions.Any(o => o.ParentId == t.Id && o is { Kind: "CAPTURE" or "VOID", Status: "SUCCESS" }))
            ? "The order cannot be canceled because it has open payment authorizations."
        : null;

    /// <summary>Carries a cancellation out, unless something came in between since it was asked for.</summary>
    public static void Carry(ShopStore store, CancelOrder asked, DateTimeOffset now)
    {
        if (store.Orders.Find(asked.OrderId) is not { } order || Obstacle(order) is not null)
            return;
        var left = Repayment.Left(order);
        var parts = order.LineItems.Select(l => new RefundPart(l, order.CurrentOf(l), asked.Restock ? "CANCEL" : "NO_RESTOCK")).Where(p => p.Quantity > 0).ToList();
        var draft = new RefundDraft(parts, Repayment.ShippingLeft(order), asked.Refund ? Repayment.Spread(order, left) : [], asked.StoreCredit ? left : 0, null)
        {
            CreditExpiresAt = asked.CreditExpiresAt,
        };
        var cancelled = Refunding.Book(store, order, draft, now) with { CancelledAt = now, CancelReason = asked.Reason, CancelNote = asked.StaffNote, UpdatedAt = now };
        store.Orders.Put(Statuses.Settle(cancelled));
        store.Activity.Note("orderCancel", order.Name, null, now);
        if (asked.Notify)
            store.Activity.Send(new SentMail("order_cancelled", order.Email, order.Name, null, null, now));
    }
}
