using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Grains.Catalog.Index;

/// <summary>The hard part of a query: which products may be shown at all, and which of their variants fit.</summary>
internal sealed class ProductFilter
{
    private readonly ProductIndex _index;
    private readonly ProductQuery _query;
    private readonly Audience _audience;
    private readonly int _category;
    private readonly bool[]? _colors;
    private readonly bool[]? _sizes;
    private readonly bool[]? _materials;
    private readonly HashSet<int> _materialInText;
    private readonly bool[]? _notColors;
    private readonly bool[]? _notMaterials;
    private readonly HashSet<int> _notMaterialInText;
    private readonly HashSet<string> _notKinds;
    private readonly HashSet<string> _excluded;

    public ProductFilter(ProductIndex index, ProductQuery query)
    {
        _index = index;
        _query = query;
        _audience = Audiences.Parse(query.Audience);
        _category = string.IsNullOrWhiteSpace(query.Category) ? AnyCategory : index.CategoryNumber(query.Category);
        _colors = index.Variants.Colors(query.Colors);
        _sizes = index.Variants.Sizes(query.Sizes);
        _materials = index.Variants.Materials(query.Materials);
        _materialInText = [.. query.Materials.SelectMany(m => index.Words.Holding(m.Trim().ToLowerInvariant()).ToArray())];
        _notColors = index.Variants.Colors(query.ExcludeColors);
        _notMaterials = index.Variants.Materials(query.ExcludeMaterials);
        _notMaterialInText = [.. query.ExcludeMaterials.SelectMany(m => index.Words.Holding(m.Trim().ToLowerInvariant()).ToArray())];
        _notKinds = [.. query.ExcludeKinds.SelectMany(TextWords.Stems)];
        _excluded = query.ExcludeIds.ToHashSet(StringComparer.Ordinal);
    }

    private const int AnyCategory = -2;

    /// <summary>The product's fit; null when it must not be shown.</summary>
    public ProductFit? Fit(int product)
    {
        if (_category != AnyCategory && _index.Categories[product] != _category
            || !Audiences.Suits(_audience, _index.Audiences[product])
            || _excluded.Count > 0 && _excluded.Contains(_index.Products[product].Id)
            || _notKinds.Count > 0 && IsUnwantedKind(_index.Products[product])
            || _notMaterialInText.Contains(product))
            return null;
        var variants = _index.Variants;
        var (best, fitting, available) = (-1, 0, 0);
        for (var row = variants.Starts[product]; row < variants.Starts[product + 1]; row++)
        {
            ref readonly var variant = ref variants.Rows[row];
            if (!Fits(variant, product))
                continue;
            fitting++;
            available += variant.Available ? 1 : 0;
            if (best < 0 || Better(variant, variants.Rows[best]))
                best = row;
        }
        return fitting == 0 ? null : new(best, (float)ProductRanking.Availability(available, fitting));
    }

    private bool Fits(in VariantRow variant, int product) =>
        (_query.MinPrice is not { } lowest || variant.Price >= lowest)
        && (_query.MaxPrice is not { } highest || variant.Price <= highest)
        && (variant.Available || !_query.OnlyAvailable)
        && (variant.OnSale || !_query.OnlyOnSale)
        && Allowed(_colors, variant.Color)
        && !Denied(_notColors, variant.Color)
        && !Denied(_notMaterials, variant.Material)
        && Allowed(_sizes, variant.Size)
        && (variant.Material >= 0 ? Allowed(_materials, variant.Material) : _materials is null || _materialInText.Contains(product));

    private bool IsUnwantedKind(Product product) => TextWords.Stems(product.Title).Concat(TextWords.Stems(product.Category)).Any(_notKinds.Contains);

    private static bool Denied(bool[]? denied, int number) => denied is not null && number >= 0 && denied[number];

    private static bool Allowed(bool[]? allowed, int number) => allowed is null || number >= 0 && allowed[number];

    private static bool Better(in VariantRow one, in VariantRow other) =>
        one.Available != other.Available ? one.Available : one.Price < other.Price;
}

/// <summary>How a product passes a filter.</summary>
/// <param name="Variant">Row of the best variant: one that can be bought, and the cheapest such.</param>
/// <param name="Availability">Score part, 0–1.</param>
internal readonly record struct ProductFit(int Variant, float Availability);
