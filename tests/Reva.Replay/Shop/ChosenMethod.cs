using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Replay.Shop;

/// <summary>The payment method an action names, and the action without it as Shopify takes it.</summary>
internal static class ChosenMethod
{
    public static string? Of(ShopAction action) => action switch
    {
        ChangeItems change => change.PaymentMethodId,
        ExchangeItems exchange => exchange.PaymentMethodId,
        ReturnItems back => back.RefundTo.PaymentMethodId,
        ChangePaymentMethod change => change.PaymentMethodId,
        _ => null,
    };

    public static ShopAction Without(ShopAction action) => action switch
    {
        ChangeItems change => change with { PaymentMethodId = null },
        ExchangeItems exchange => exchange with { PaymentMethodId = null },
        ReturnItems { RefundTo.Route: RefundRoute.PaymentMethod } back => back with { RefundTo = RefundTarget.Original },
        _ => action,
    };

    /// <summary>What the named pieces of the order cost.</summary>
    public static Money Price(Order order, IEnumerable<(string LineId, int Quantity)> pieces) => pieces.Aggregate(
        Money.Zero(order.Total.Currency), (sum, piece) => order.Lines.FirstOrDefault(l => l.Id == piece.LineId) is { } line ? sum + line.Price * piece.Quantity : sum);
}
