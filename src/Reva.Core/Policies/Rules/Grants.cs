using Reva.Core.Actions;

namespace Reva.Core.Policies.Rules;

/// <summary>A discount is one the merchant grants, to the letter, and once per customer in its days.</summary>
internal static class Grants
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Action is not ApplyDiscount discount)
            yield break;
        if (request.Policies.Grants.FirstOrDefault(g => string.Equals(g.Name, discount.Grant, StringComparison.OrdinalIgnoreCase)) is not { } grant)
        {
            yield return Finding.Deny("no_grant", "The shop has no such discount to give.");
            yield break;
        }
        if (!IsAsGranted(discount, grant, request))
            yield return Finding.Deny("grant_terms", "That isn't the discount the shop gives.");
        if (WasGiven(request, grant))
            yield return Finding.Deny("grant_used", "You've had that discount already, and it's given once.");
    }

    private static bool IsAsGranted(ApplyDiscount discount, DiscountGrant grant, PolicyRequest request) =>
        discount.Percent == grant.Percent && discount.Amount?.Amount == grant.Amount && discount.Percent is null != discount.Amount is null
        && (discount.Amount is not { } amount || request.StoreCurrency is null || amount.Currency == request.StoreCurrency)
        && !string.IsNullOrWhiteSpace(discount.Code)
        && discount.Until > request.Now && discount.Until <= request.Now.AddDays(grant.ValidDays);

    private static bool WasGiven(PolicyRequest request, DiscountGrant grant)
    {
        var from = request.Now.AddDays(-grant.PerCustomerDays);
        return History.OfCustomer(request).Any(a => a.Kind == ActionKind.ApplyDiscount && a.At > from && string.Equals(a.Grant, grant.Name, StringComparison.OrdinalIgnoreCase));
    }
}
