using Reva.Core.Actions;

namespace Reva.Core.Policies;

/// <summary>What a return costs by the merchant's rules. Set when it is proposed; the policy engine denies a return with milder terms.</summary>
public static class ReturnTerms
{
    /// <summary><paramref name="action"/> with the fee and the label's price that <paramref name="policies"/> ask for its reason.</summary>
    /// <param name="currency">The order's currency.</param>
    public static ReturnItems With(this ReturnItems action, StorePolicies policies, string currency) => action with
    {
        RestockingFeePercent = action.Reason.IsFault() ? 0 : policies.RestockingFeePercent,
        ReturnShippingFee = PaysLabel(action, policies) ? new Money(policies.LabelFee, currency).Rounded() : null,
    };

    private static bool PaysLabel(ReturnItems action, StorePolicies policies) =>
        policies.LabelPaidBy == LabelPayer.Customer && policies.LabelFee > 0 && !action.Reason.IsFault();
}
