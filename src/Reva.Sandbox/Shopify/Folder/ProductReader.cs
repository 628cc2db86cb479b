using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Makes products of what a folder says, and checks what the format promises.</summary>
internal sealed partial class ProductReader(FolderFile file)
{
    private static readonly string[] Statuses = ["ACTIVE", "DRAFT", "ARCHIVED"];
    private static readonly string[] Policies = ["DENY", "CONTINUE"];

    public IEnumerable<Product> Read() => file.Read<IReadOnlyList<ProductFile>>().Select((p, i) => Product(p, $"[{i}]"));

    private Product Product(ProductFile given, string place)
    {
        if (!Handle().IsMatch(given.Handle))
            throw file.Wrong($"{place}.handle", $"'{given.Handle}' is no handle; use lower-case letters, digits and hyphens.");
        if (given.Variants.Count == 0)
            throw file.Wrong($"{place}.variants", "A product needs at least one variant.");
        var created = file.Date(given.CreatedAt, $"{place}.createdAt");
        var published = given.PublishedAt == ProductFile.AsCreated ? created : file.OptionalDate(given.PublishedAt, $"{place}.publishedAt");
        var updated = file.OptionalDate(given.UpdatedAt, $"{place}.updatedAt") ?? (published > created ? published.Value : created);
        var options = Options(given, place);
        return new Product(
            given.Id, given.Handle, given.Title, given.BodyHtml, given.ProductType, given.Vendor, given.Tags ?? [],
            file.OneOf(given.Status, Statuses, $"{place}.status"), created, updated, published,
            options, given.Images ?? [], given.Collections ?? [], Metafields(given),
            [.. given.Variants.Select((v, i) => Variant(given, v, i, options, created, updated, $"{place}.variants[{i}]"))]);
    }

    private IReadOnlyList<ProductOption> Options(ProductFile given, string place)
    {
        if (given.Options is { Count: > 0 } options)
            return [.. options.Select(o => new ProductOption(o.Name, o.Values))];
        return given.Variants.Count == 1
            ? [new ProductOption("Title", ["Default Title"])]
            : throw file.Wrong($"{place}.options", "A product with several variants needs options that tell them apart.");
    }

    private Variant Variant(
        ProductFile product, VariantFile given, int index, IReadOnlyList<ProductOption> options, DateTimeOffset created, DateTimeOffset updated, string place)
    {
        var chosen = product.Options is { Count: > 0 } ? given.Options ?? new Dictionary<string, string>() : new Dictionary<string, string> { ["Title"] = "Default Title" };
        foreach (var option in options)
            if (!chosen.TryGetValue(option.Name, out var value) || !option.Values.Contains(value))
                throw file.Wrong($"{place}.options", $"The option {option.Name} needs one of its values: {string.Join(", ", option.Values)}.");
        if (chosen.Keys.FirstOrDefault(k => !options.Any(o => o.Name == k)) is { } unknown)
            throw file.Wrong($"{place}.options", $"The product has no option named {unknown}.");
        if (given.CompareAtPrice <= given.Price)
            throw file.Wrong($"{place}.compareAtPrice", "The price before a sale must be above the price; leave it out when there is no sale.");
        return new Variant(
            given.Id, product.Id, index + 1, given.Sku, given.Barcode, given.Title ?? string.Join(" / ", options.Select(o => chosen[o.Name])), chosen, given.Price,
            given.CompareAtPrice, given.InventoryQuantity, file.OneOf(given.InventoryPolicy, Policies, $"{place}.inventoryPolicy"), given.AvailableForSale,
            given.Image, given.WeightGrams, created, updated);
    }

    private static List<Metafield> Metafields(ProductFile given)
    {
        var fields = (given.Metafields ?? []).ToList();
        if (given.Rating is { } rating)
        {
            var value = rating.Value.ToString(CultureInfo.InvariantCulture);
            fields.Add(new MetafieldFile("reviews", "rating", $$"""{"value":"{{value}}","scale_min":"1.0","scale_max":"5.0"}""", "rating"));
            fields.Add(new MetafieldFile("reviews", "rating_count", rating.Count.ToString(CultureInfo.InvariantCulture), "number_integer"));
        }
        if (given.UnitsSold is { } sold)
            fields.Add(new MetafieldFile("custom", "units_sold", sold.ToString(CultureInfo.InvariantCulture), "number_integer"));
        return [.. fields.Select((m, i) => new Metafield(given.Id * 100 + i, m.Namespace, m.Key, m.Type, m.Value))];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handle();
}
