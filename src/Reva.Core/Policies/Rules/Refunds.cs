using Reva.Core.Actions;

namespace Reva.Core.Policies.Rules;

/// <summary>A refund pays something back; shipping only where some was paid.</summary>
internal static class Refunds
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Action is not Refund refund || request.Order is not { } order)
            yield break;
        if (refund.Shipping && order.Shipping is not { Amount: > 0 })
            yield return Finding.Deny("no_shipping", $"No shipping was charged for order {order.Number}.");
        else if (request.Quote.ToCustomer.Amount <= 0)
            yield return Finding.Deny("nothing_left", $"There is nothing left to pay back for that on order {order.Number}.");
    }
}
