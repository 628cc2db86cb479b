using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>What is changed in an order must not have left the shop, nor be called off.</summary>
internal static class OrderState
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order || request.Action.Kind is ActionKind.Refund)
            yield break;
        if (order.CancelledAt is not null)
            yield return Finding.Deny("cancelled", $"Order {order.Number} has already been cancelled.");
        else if (Tail(request.Action.Kind) is { } tail)
        {
            if (!IsUntouched(order))
                yield return Finding.Deny("already_sent", $"{Progress(order, request.Now)}, so {tail} any more.");
            else if (order.Edited && request.Policies.OneItemChange)
                yield return Finding.Deny("one_item_change", $"The items of order {order.Number} were changed once already, so {tail} any more.");
        }
    }

    /// <summary>Whether nothing has been handed over or prepared: a printed label is an order on its way out.</summary>
    public static bool IsUntouched(Order order) =>
        !order.Fulfillments.Any(IsActive) && order.Lines.All(l => l.Unfulfilled >= l.Current());

    /// <summary>Whether a parcel was not called off.</summary>
    public static bool IsActive(Fulfillment parcel) => parcel.DisplayStatus is not ("CANCELED" or "LABEL_VOIDED");

    private static string? Tail(ActionKind kind) => kind switch
    {
        ActionKind.CancelOrder => "it can't be cancelled",
        ActionKind.ChangeAddress => "its address can't be changed",
        ActionKind.ChangeItems => "its items can't be changed",
        ActionKind.ChangePaymentMethod => "its payment can't be changed",
        _ => null,
    };

    private static string Progress(Order order, DateTimeOffset now) => order.Standing(now) switch
    {
        OrderStanding.Delivered => $"Order {order.Number} has been delivered",
        OrderStanding.PartlyShipped => $"A part of order {order.Number} is already on its way",
        OrderStanding.NotYetShipped => $"Order {order.Number} is already being sent out",
        OrderStanding.Refunded => $"Order {order.Number} has been paid back",
        _ => $"Order {order.Number} is already on its way",
    };
}
