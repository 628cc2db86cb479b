using System.Globalization;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>Reads and checks what a refund is to be.</summary>
internal static class RefundReader
{
    /// <exception cref="Refusal">Something of it is more than there is, or does not belong to the order.</exception>
    public static RefundDraft Read(Change change, Order order, Given input)
    {
        var parts = Parts(order, input.Objects("refundLineItems"));
        var shipping = Shipping(order, input.Object("shipping"));
        var repaid = Repaid(order, input.Objects("transactions"));
        var (credit, expires) = Credit(change, order, input.Objects("refundMethods"), "refundMethods");
        if (parts.Count == 0 && shipping == 0 && repaid.Count == 0 && credit == 0)
            throw Refusal.Invalid("A refund must have items, shipping or money.", "refundLineItems");
        return new RefundDraft(parts, shipping, repaid, credit, input.Text("note")) { CreditExpiresAt = expires };
    }

    /// <summary>The items of a refund, checked against what can be refunded.</summary>
    public static IReadOnlyList<RefundPart> Parts(Order order, IReadOnlyList<Given> lines)
    {
        var parts = new List<RefundPart>();
        foreach (var (line, index) in lines.Select((l, i) => (l, i.ToString(CultureInfo.InvariantCulture))))
        {
            var id = line.Id("lineItemId", "LineItem");
            var item = order.LineItems.FirstOrDefault(l => l.Id == id) ?? throw Refusal.NotFound("Line item", "refundLineItems", index, "lineItemId");
            var part = new RefundPart(item, line.Number("quantity"), line.Text("restockType") ?? "NO_RESTOCK");
            var asked = part.Quantity + parts.Where(p => p.Item.Id == id).Sum(p => p.Quantity);
            if (part.Quantity < 1)
                throw Refusal.Invalid("Quantity must be greater than 0", "refundLineItems", index, "quantity");
            if (asked > order.CurrentOf(item))
                throw Refusal.Invalid("Quantity cannot refund more items than were purchased", "refundLineItems", index, "quantity");
            if (part.RestockType == "CANCEL" && asked > order.UnfulfilledOf(item))
                throw Refusal.Invalid("Quantity cannot cancel more items than are unfulfilled", "refundLineItems", index, "quantity");
            if (part.RestockType == "RETURN" && asked > order.FulfilledOf(item))
                throw Refusal.Invalid("Quantity cannot return more items than were fulfilled", "refundLineItems", index, "quantity");
            // Pieces of one line are told together, so that their shares follow on each other.
            var same = parts.FindIndex(p => p.Item.Id == id && p.RestockType == part.RestockType);
            if (same >= 0)
                parts[same] = part with { Quantity = parts[same].Quantity + part.Quantity };
            else if (parts.Exists(p => p.Item.Id == id))
                throw Refusal.Invalid("A line item can be refunded with one restock type only", "refundLineItems", index, "restockType");
            else
                parts.Add(part);
        }
        return parts;
    }

    /// <summary>The part of a refund that goes to store credit.</summary>
    public static (decimal Amount, DateTimeOffset? ExpiresAt) Credit(Change change, Order order, IReadOnlyList<Given> methods, params string[] field)
    {
        var credits = methods.Select(m => m.Object("storeCreditRefund")).OfType<Given>().ToList();
        var amount = credits.Sum(c => c.Money("amount") ?? 0);
        if (credits.Count > 0 && order.CustomerId is null)
            throw Refusal.Invalid("Store credit can only be refunded to a customer.", field);
        if (credits.Exists(c => c.Money("amount") is not > 0 || c.Money("amount") is { } part && decimal.Round(part, 2) != part))
            throw Refusal.Invalid("Store credit must be greater than 0 and in whole cents", field);
        if (credits.Exists(c => c.Object("amount")?.Text("currencyCode") != change.Store.Shop.Currency))
            throw Refusal.Invalid($"Currency must be {change.Store.Shop.Currency}", field);
        if (credits.Exists(c => c.Date("expiresAt") <= change.Now))
            throw Refusal.Invalid("The expiration date of store credit must be in the future", field);
        return (amount, credits.Select(c => c.Date("expiresAt")).FirstOrDefault());
    }

    private static decimal Shipping(Order order, Given? shipping)
    {
        if (shipping is null)
            return 0;
        var left = Repayment.ShippingLeft(order);
        if (shipping.Flag("fullRefund"))
            return shipping.HasValue("amount") ? throw Refusal.Invalid("Give either an amount or a full refund of shipping", "shipping") : left;
        return shipping.Amount("amount") switch
        {
            null => 0,
            < 0 => throw Refusal.Invalid("Shipping amount must not be negative", "shipping", "amount"),
            var amount when decimal.Round(amount.Value, 2) != amount => throw Refusal.Invalid("Shipping amount must be in whole cents", "shipping", "amount"),
            var amount when amount > left => throw Refusal.Invalid($"Shipping amount cannot be more than the {left:0.00} that is left to refund", "shipping", "amount"),
            var amount => amount.Value,
        };
    }

    private static List<Repaid> Repaid(Order order, IReadOnlyList<Given> transactions)
    {
        var repaid = new List<Repaid>();
        foreach (var (given, index) in transactions.Select((t, i) => (t, i.ToString(CultureInfo.InvariantCulture))))
        {
            if (given.Text("kind") != "REFUND" || given.Id("orderId", "Order") != order.Id)
                throw Refusal.Invalid("A refund's transactions are refunds of its order", "transactions", index);
            var payment = Payment(order, given) ?? throw Refusal.Invalid("The parent transaction must be a payment of the order", "transactions", index, "parentId");
            AddChecked(order, repaid, new Repaid(payment, given.Amount("amount") ?? 0), "transactions", index, "amount");
        }
        return repaid;
    }

    /// <summary>Adds money that goes back by a payment, unless that is more than the payment has left.</summary>
    public static void AddChecked(Order order, List<Repaid> repaid, Repaid part, params string[] field)
    {
        var left = Repayment.LeftOf(order, part.Payment) - repaid.Where(r => r.Payment.Id == part.Payment.Id).Sum(r => r.Amount);
        if (part.Amount <= 0 || decimal.Round(part.Amount, 2) != part.Amount)
            throw Refusal.Invalid("Amount must be greater than 0 and in whole cents", field);
        if (part.Amount > left)
            throw Refusal.Invalid($"Refund amount {part.Amount:0.00} is more than the {left:0.00} that the payment has left.", field);
        repaid.Add(part);
    }

    private static Transaction? Payment(Order order, Given given) => given.Text("parentId") is { } parent
        ? order.Transactions.FirstOrDefault(t => t.IsPayment && t.Id == Gid.Parse("OrderTransaction", parent))
        : order.Transactions.FirstOrDefault(t => t.IsPayment && t.Gateway == given.Text("gateway") && Repayment.LeftOf(order, t) > 0);
}
