using Reva.Core.Actions;

namespace Reva.Core.Policies.Rules;

/// <summary>A return costs what the merchant says, neither less nor more.</summary>
internal static class Terms
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Action is ReturnItems back && request.Order is { } order && back != back.With(request.Policies, order.Total.Currency))
            yield return Finding.Deny("return_terms", "The shop's terms for returns are different from that.");
    }
}
