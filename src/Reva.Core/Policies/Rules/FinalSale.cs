using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>What was sold for good does not come back by wish; for a fault of the shop's a person decides.</summary>
internal static class FinalSale
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order || ReturnWindow.Reason(request.Action) is not { } reason)
            yield break;
        foreach (var (line, _) in NamedPieces.PerLine(request))
        {
            if (Mark(line, request.Policies) is { } rule)
                yield return reason.IsFault() ? Look(rule) : Finding.Deny(rule, Text(rule, line));
        }
        // A sum on top must not be the back door for what cannot be refunded as an item.
        if (request.Action is Refund { Extra.Amount: > 0 } && order.Lines.Any(l => Mark(l, request.Policies) is not null))
            yield return Look("final_sale");
    }

    /// <summary>The rule that keeps a line from coming back; null when none does.</summary>
    public static string? Mark(OrderLine line, StorePolicies policies)
    {
        if (line.ProductTags.Any(t => Contains(policies.FinalSaleTags, t)))
            return "final_sale";
        return Contains(policies.ExcludedCategories, line.ProductType) || line.ProductTags.Any(t => Contains(policies.ExcludedCategories, t)) ? "excluded_category" : null;
    }

    private static bool Contains(IEnumerable<string> names, string? name) =>
        name is not null && names.Any(n => string.Equals(n.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static Finding Look(string rule) => Finding.Approve(rule, "It was sold without returns, so someone from the shop takes a look first.");

    private static string Text(string rule, OrderLine line) => rule == "final_sale"
        ? $"The {line.Title} was sold as final sale, so it can't be returned, exchanged or refunded."
        : $"The {line.Title} is one of the items that can't be returned, exchanged or refunded.";
}
