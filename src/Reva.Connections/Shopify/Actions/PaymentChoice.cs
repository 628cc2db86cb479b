using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions;

/// <summary>Whether Shopify can move an action's money: it knows the way it was paid, and credit with the shop.</summary>
internal static class PaymentChoice
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static string? Problem(ShopAction action, Order? order)
    {
        var (wanted, credit) = action switch
        {
            CancelOrder cancel => Of(cancel.RefundTo),
            ReturnItems items => Of(items.RefundTo),
            Refund refund => Of(refund.RefundTo),
            ChangeItems change => (change.PaymentMethodId, false),
            ExchangeItems exchange => (exchange.PaymentMethodId, false),
            _ => (null, false),
        };
        return wanted is null || credit || IsHowItWasPaid(wanted, order) ? null
            : "Shopify pays back the way an order was paid, or as store credit; to use another payment method, someone at the shop has to settle it.";
    }

    private static (string? Wanted, bool Credit) Of(RefundTarget target) =>
        target.Route == RefundRoute.PaymentMethod ? (target.PaymentMethodId ?? "", false) : (null, target.Route == RefundRoute.StoreCredit);

    private static bool IsHowItWasPaid(string methodId, Order? order) =>
        order?.Payments.Where(p => !p.Refund).ToList() is { Count: > 0 } paid && paid.All(p => p.MethodId == methodId);
}
