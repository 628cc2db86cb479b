using Reva.Core.Catalog;

namespace Reva.Agent.Tools;

/// <summary>A product as a model may speak of it.</summary>
public sealed record ProductView(string Handle, string Title, string Price, string? WasPrice, bool Available, string Category, double? Rating,
    string[]? Colors, string[]? Sizes, string? Description, string Url)
{
    /// <summary>The few facts for a list.</summary>
    public static ProductView Brief(Product product) => Of(product, null);

    /// <summary>With its description.</summary>
    public static ProductView Full(Product product) => Of(product, product.Description);

    private static ProductView Of(Product product, string? description) => new(
        product.Handle, product.Title, ProductText.Price(product), ProductText.WasPrice(product), product.Available, product.Category, product.Rating,
        Values(product, v => v.Color), Values(product, v => v.Size), description, product.Url);

    private static string[]? Values(Product product, Func<Variant, string?> option)
    {
        var values = product.Variants.Where(v => v.Available).Select(option).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return values.Length == 0 ? null : values;
    }
}
