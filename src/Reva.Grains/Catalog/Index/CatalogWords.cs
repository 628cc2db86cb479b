using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Grains.Catalog.Index;

/// <summary>The vocabulary of a store, read off its products.</summary>
internal static class CatalogWords
{
    public static CatalogVocabulary Of(ImmutableArray<Product> products)
    {
        var variants = products.SelectMany(p => p.Variants).ToArray();
        return new(
            Distinct(products.Select(p => p.Category)), Distinct(variants.Select(v => v.Color)), Distinct(variants.Select(v => v.Size)),
            Distinct(variants.Select(v => v.Material)), Distinct(products.Select(p => p.Vendor)),
            [.. products.Select(p => KeyValuePair.Create(p.Title, p.Id))]);
    }

    private static ImmutableArray<string> Distinct(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
