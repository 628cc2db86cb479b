using System.Globalization;
using System.Net;
using Reva.Sandbox.Shopify.Folder;

namespace Reva.Sandbox.Tau;

/// <summary>Products: a product of the benchmark is a kind of thing, its variants are told apart by their options.</summary>
internal static class TauProducts
{
    // The benchmark says whether a variant can be had, not how many there are.
    private const int InStock = 25;

    public static ProductFile Convert(TauProduct product)
    {
        var names = product.Variants.Values.SelectMany(v => v.Options.Keys).Distinct().ToList();
        var options = names.Select(n => new OptionFile(n, [.. product.Variants.Values.Select(v => Value(v, n)).Distinct()])).ToList();
        return new ProductFile(
            Number(product.ProductId), Handle(product), product.Name,
            [.. product.Variants.Values.Select(v => new VariantFile(
                Number(v.ItemId), v.Price, Sku: v.ItemId, Options: names.ToDictionary(n => n, n => Value(v, n)), InventoryQuantity: v.Available ? InStock : 0))],
            BodyHtml: $"<p>{WebUtility.HtmlEncode(product.Name)}, to be had in {WebUtility.HtmlEncode(string.Join(", ", names))} of your choice.</p>",
            ProductType: product.Name, Vendor: "Retail", Options: options, Images: [Picture(product)]);
    }

    public static string Picture(TauProduct product) => $"images/{Handle(product)}.svg";

    /// <summary>A plain card with the product's name, its colour taken from the id.</summary>
    public static string Draw(TauProduct product)
    {
        var hue = (Number(product.ProductId) % 360).ToString(CultureInfo.InvariantCulture);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" role="img"><rect width="800" height="800" fill="hsl({hue} 35% 88%)"/>
            <circle cx="400" cy="340" r="190" fill="hsl({hue} 40% 58%)"/>
            <text x="400" y="640" font-family="sans-serif" font-size="56" text-anchor="middle" fill="hsl({hue} 45% 25%)">{WebUtility.HtmlEncode(product.Name)}</text></svg>
            """;
    }

    public static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);

    private static string Handle(TauProduct product) => product.Name.ToLowerInvariant().Replace(' ', '-');

    private static string Value(TauVariant variant, string option) => variant.Options.GetValueOrDefault(option, "none");
}
