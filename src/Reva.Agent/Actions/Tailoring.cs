using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>Fills in what the merchant's policies, and nobody else, decide of an action: fees, the way money goes back, the size and life of a discount.</summary>
internal static class Tailoring
{
    public static ShopAction Of(ShopAction action, Order? order, StorePolicies policies, DateTimeOffset now) => action switch
    {
        ReturnItems a => a with
        {
            RestockingFeePercent = IsOurFault(a.Reason) ? 0 : policies.RestockingFeePercent,
            ReturnShippingFee = policies.LabelPaidBy == LabelPayer.Customer && !IsOurFault(a.Reason) && policies.LabelFee > 0
                ? new Money(policies.LabelFee, order!.Total.Currency).Rounded() : null,
            RefundTo = policies.StoreCreditOnly && !IsOurFault(a.Reason) ? RefundTarget.StoreCredit : a.RefundTo,
        },
        Refund a when policies.StoreCreditOnly => a with { RefundTo = RefundTarget.StoreCredit },
        ApplyDiscount a when policies.Grants.FirstOrDefault(g => g.Name.Equals(a.Grant, StringComparison.OrdinalIgnoreCase)) is { } grant => a with
        {
            Grant = grant.Name, Percent = grant.Percent, Amount = grant.Amount is { } sum ? new Money(sum, a.Amount?.Currency ?? order?.Total.Currency ?? "USD") : null,
            Until = now.AddDays(grant.ValidDays),
        },
        _ => action,
    };

    private static bool IsOurFault(ReturnReason reason) => reason is ReturnReason.Defective or ReturnReason.WrongItem or ReturnReason.NotAsDescribed;
}
