using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>What the back office is asked to settle, as <c>POST /_control/orders/{name}/settlements</c> takes it.</summary>
/// <param name="Kind"><c>charge</c>, <c>refund</c>, <c>planned_charge</c>, <c>planned_refund</c>, <c>change_method</c> or <c>credit</c>.</param>
/// <param name="Amount">0 or more, in the shop's currency; <c>change_method</c> moves the whole payment and takes none.</param>
internal sealed record SettlementRequest(string IdempotencyKey, string Kind, string PaymentMethodId, decimal? Amount = null, string? Reference = null);

/// <summary>Why a settlement was refused.</summary>
internal sealed record SettlementProblem(string Code, string Message);

/// <summary>Moves money between an order and a payment method of its customer, which no shop platform lets an app do: the back office's own capability.</summary>
internal static class Settling
{
    private static readonly string[] Kinds = ["charge", "refund", "planned_charge", "planned_refund", "change_method", "credit"];

    /// <returns>The order with the settlement, or why it was refused.</returns>
    public static (Order? Order, SettlementProblem? Problem) Carry(ShopStore store, Order order, SettlementRequest asked, DateTimeOffset now)
    {
        if (Problem(store, order, asked) is { } problem)
            return (null, problem);
        var amount = asked.Kind == "change_method" ? order.Transactions[0].Amount : asked.Amount!.Value;
        var (changed, transactions) = asked.Kind switch
        {
            "charge" => Charge(store, order, asked.PaymentMethodId, amount, now),
            "refund" => Refund(store, order, asked.PaymentMethodId, amount, rebooked: false, now),
            "credit" => Credit(store, order, asked.PaymentMethodId, amount, now),
            "change_method" => Rebook(store, order, asked.PaymentMethodId, amount, now),
            _ => (order, []),
        };
        var settlement = new Settlement(asked.IdempotencyKey, asked.Kind, asked.PaymentMethodId, amount, asked.Reference, now, transactions);
        return (Statuses.Settle(changed) with { Settlements = [.. order.Settlements, settlement], UpdatedAt = now }, null);
    }

    private static SettlementProblem? Problem(ShopStore store, Order order, SettlementRequest asked)
    {
        if (!Kinds.Contains(asked.Kind))
            return new("unknown_kind", $"kind is one of {string.Join(", ", Kinds)}");
        if (Wallets.Method(store, order, asked.PaymentMethodId) is not { } method)
            return new("unknown_payment_method", $"The customer of {order.Name} has no payment method '{asked.PaymentMethodId}'.");
        if (asked.Kind != "change_method" && asked.Amount is null or < 0)
            return new("invalid_amount", "amount is 0 or more");
        if (asked.Kind == "change_method" && ChangeProblem(order, asked.PaymentMethodId) is { } problem)
            return problem;
        var charged = asked.Kind is "charge" or "planned_charge" ? asked.Amount!.Value : asked.Kind == "change_method" ? order.Transactions[0].Amount : 0;
        if (method.Kind == "GIFT_CARD" && (method.Balance ?? 0) < charged)
            return new("insufficient_balance", $"The gift card {method.Id} holds {method.Balance ?? 0:0.00}, which is less than {charged:0.00}.");
        return asked.Kind == "refund" && asked.Amount > Repayment.Left(order)
            ? new("more_than_paid", $"Only {Repayment.Left(order):0.00} of what was paid is left to refund.")
            : null;
    }

    private static SettlementProblem? ChangeProblem(Order order, string methodId) =>
        order.CancelledAt is not null ? new("cancelled", "The order is cancelled.")
        : order.Transactions is not [{ IsPayment: true } only] ? new("not_one_payment", "The payment method can be changed only of an order with exactly one payment.")
        : only.PaymentMethod is null ? new("unknown_payment", "It is not known with which payment method the order was paid.")
        : only.PaymentMethod == methodId ? new("same_payment_method", "The order is paid with this payment method already.")
        : null;

    private static (Order, IReadOnlyList<long>) Charge(ShopStore store, Order order, string methodId, decimal amount, DateTimeOffset now)
    {
        var sale = new Transaction(store.Activity.NextId(), "SALE", Gateway(store, order, methodId), methodId, amount, "SUCCESS", now, null);
        Wallets.Move(store, order, methodId, -amount);
        return (order with { Transactions = [.. order.Transactions, sale] }, [sale.Id]);
    }

    private static (Order, IReadOnlyList<long>) Refund(ShopStore store, Order order, string methodId, decimal amount, bool rebooked, DateTimeOffset now)
    {
        var parent = order.Transactions.FirstOrDefault(t => t.IsPayment && t.PaymentMethod == methodId && Repayment.LeftOf(order, t) >= amount);
        var transaction = new Transaction(store.Activity.NextId(), "REFUND", Gateway(store, order, methodId), methodId, amount, "SUCCESS", now, parent?.Id);
        var settled = rebooked ? amount : Math.Min(amount, Math.Max(0, -order.Outstanding));
        var refund = new Refund(store.Activity.NextId(), now, null, amount, [], [transaction.Id]) { Reduces = amount - settled, Rebooked = rebooked };
        Wallets.Move(store, order, methodId, amount);
        return (order with { Transactions = [.. order.Transactions, transaction], Refunds = [.. order.Refunds, refund] }, [transaction.Id]);
    }

    // Given by the shop on top: it comes out of nothing that was paid for the order, so its sums stay as they are.
    private static (Order, IReadOnlyList<long>) Credit(ShopStore store, Order order, string methodId, decimal amount, DateTimeOffset now)
    {
        var credit = new Transaction(store.Activity.NextId(), "REFUND", Gateway(store, order, methodId), methodId, amount, "SUCCESS", now, null);
        Wallets.Move(store, order, methodId, amount);
        return (order with { Transactions = [.. order.Transactions, credit] }, [credit.Id]);
    }

    private static (Order, IReadOnlyList<long>) Rebook(ShopStore store, Order order, string methodId, decimal amount, DateTimeOffset now)
    {
        var (charged, sale) = Charge(store, order, methodId, amount, now);
        var (changed, refund) = Refund(store, charged, order.Transactions[0].PaymentMethod!, amount, rebooked: true, now);
        return (changed, [.. sale, .. refund]);
    }

    private static string Gateway(ShopStore store, Order order, string methodId) =>
        order.Transactions.FirstOrDefault(t => t.PaymentMethod == methodId)?.Gateway ?? Wallets.Method(store, order, methodId)!.Kind.ToLowerInvariant();
}
