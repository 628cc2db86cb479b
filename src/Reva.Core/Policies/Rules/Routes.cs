using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>Where money goes and what is charged: ways the merchant allows, and payment methods of this customer alone.</summary>
internal static class Routes
{
    private const string Closed = "The money can't go back that way.";

    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order)
            return [];
        return request.Action switch
        {
            CancelOrder cancel => OfTarget(request, order, cancel.RefundTo, asCredit: false),
            ReturnItems back => OfTarget(request, order, back.RefundTo, request.Policies.StoreCreditOnly && !back.Reason.IsFault()),
            Refund refund => OfTarget(request, order, refund.RefundTo, request.Policies.StoreCreditOnly && !refund.Cause.IsFault()),
            ChangeItems { PaymentMethodId: { } id } => OfDifference(request, order, id),
            ExchangeItems { PaymentMethodId: { } id } => OfDifference(request, order, id),
            ChangePaymentMethod change => OfNewMethod(request, order, change.PaymentMethodId),
            _ => [],
        };
    }

    private static IEnumerable<Finding> OfTarget(PolicyRequest request, Order order, RefundTarget target, bool asCredit)
    {
        if (asCredit && target.Route != RefundRoute.StoreCredit)
            yield return Finding.Deny("store_credit_only", "For this the shop gives store credit instead of money back.");
        else if (!IsOpen(target.Route, request.Policies))
            yield return Finding.Deny("refund_route", Closed);
        if (target.Route == RefundRoute.PaymentMethod != target.PaymentMethodId is not null)
            yield return Finding.Deny("payment_method", "I need to know which payment method the money should go to.");
        else if (target.PaymentMethodId is { } id)
        {
            if (Own(request, id) is not { } method)
                yield return NotOwn();
            // Money sent to a card that did not pay is how stolen cards are emptied.
            else if (method.Kind is not (PaymentMethodKind.GiftCard or PaymentMethodKind.StoreCredit) && !HasPaid(order, id))
                yield return Finding.Deny("refund_route", "The money can go back to what you paid with, or to a gift card.");
        }
    }

    private static IEnumerable<Finding> OfDifference(PolicyRequest request, Order order, string id)
    {
        if (Own(request, id) is null)
            yield return NotOwn();
        else if (request.Quote.ToCustomer.Amount > 0 && !HasPaid(order, id) && !request.Policies.RefundRoutes.Contains(RefundRoute.PaymentMethod))
            yield return Finding.Deny("refund_route", Closed);
    }

    private static IEnumerable<Finding> OfNewMethod(PolicyRequest request, Order order, string id)
    {
        if (Own(request, id) is null)
            yield return NotOwn();
        else if (order.Payments.LastOrDefault(p => !p.Refund)?.MethodId == id)
            yield return Finding.Deny("same_payment_method", $"Order {order.Number} is paid that way already.");
    }

    // A shop that gives store credit for wishes gives it for faults to who prefers it.
    private static bool IsOpen(RefundRoute route, StorePolicies policies) =>
        route == RefundRoute.OriginalPayment || policies.RefundRoutes.Contains(route) || (route == RefundRoute.StoreCredit && policies.StoreCreditOnly);

    private static PaymentMethod? Own(PolicyRequest request, string id) => request.PaymentMethods.FirstOrDefault(m => m.Id == id);

    private static bool HasPaid(Order order, string id) => order.Payments.Any(p => !p.Refund && p.MethodId == id);

    private static Finding NotOwn() => Finding.Deny("payment_method", "I can't find that payment method among yours.");
}
