using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>Fills in what the merchant's policies, and nobody else, decide of an action: fees, the way money goes back, the size and life of a discount.</summary>
internal static class Tailoring
{
    public static ShopAction Of(ShopAction action, Order? order, StorePolicies policies, string storeCurrency, DateTimeOffset now) => action switch
    {
        ReturnItems a => a.With(policies, order!.Total.Currency) with { RefundTo = Target(a.RefundTo, a.Reason, policies) },
        Refund a => a with { RefundTo = Target(a.RefundTo, a.Cause, policies) },
        ApplyDiscount a when policies.Grants.FirstOrDefault(g => g.Name.Equals(a.Grant, StringComparison.OrdinalIgnoreCase)) is { } grant => a with
        {
            Grant = grant.Name, Percent = grant.Percent, Amount = grant.Amount is { } sum ? new Money(sum, storeCurrency) : null, Until = now.AddDays(grant.ValidDays),
        },
        _ => action,
    };

    private static RefundTarget Target(RefundTarget wished, ReturnReason reason, StorePolicies policies) =>
        policies.StoreCreditOnly && !reason.IsFault() ? RefundTarget.StoreCredit : wished;
}
