using Reva.Agent.Replies;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>The demands of a wish in words: ' in green in size M under $150'.</summary>
internal static class WishLimits
{
    private const int MostNamed = 3;

    /// <summary>Begins with a space; empty without demands.</summary>
    public static string Of(ProductQuery query, string currency)
    {
        var parts = new List<string>();
        if (!query.Colors.IsEmpty)
            parts.Add($"in {ListText.Join(query.Colors, "or")}");
        if (!query.ExcludeColors.IsEmpty)
            parts.Add($"not in {ListText.Join(query.ExcludeColors, "or")}");
        if (!query.Sizes.IsEmpty)
            parts.Add($"in size {ListText.Join(query.Sizes, "or")}");
        if (query.Audience is { } audience)
            parts.Add($"for {audience}");
        if (!query.Materials.IsEmpty)
            parts.Add($"of {ListText.Join(query.Materials, "or")}");
        if (!query.ExcludeMaterials.IsEmpty)
            parts.Add(query.ExcludeMaterials.Length > MostNamed ? $"without {string.Join(", ", query.ExcludeMaterials.Take(MostNamed))} and the like" : $"without {ListText.Join(query.ExcludeMaterials, "or")}");
        if (Price(query, currency) is { } price)
            parts.Add(price);
        if (query.OnlyOnSale)
            parts.Add("on sale");
        return parts.Count == 0 ? "" : " " + string.Join(" ", parts);
    }

    private static string? Price(ProductQuery query, string currency) => query switch
    {
        { MinPrice: { } min, MaxPrice: { } max } => $"between {Wish.PriceText(min, currency)} and {Wish.PriceText(max, currency)}",
        { MaxPrice: { } most } => $"under {Wish.PriceText(decimal.Ceiling(most), currency)}",
        { MinPrice: { } least } => $"over {Wish.PriceText(decimal.Floor(least), currency)}",
        _ => null,
    };
}
