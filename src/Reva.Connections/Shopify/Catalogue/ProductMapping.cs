using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Reva.Core;
using Reva.Core.Catalog;

namespace Reva.Connections.Shopify.Catalogue;

/// <summary>From Shopify's words to ours.</summary>
internal static class ProductMapping
{
    /// <summary>Whether shoppers can see it: active, published, and with something to buy.</summary>
    public static bool IsOnSale(ProductNode node) => node is { Status: null or "ACTIVE", PublishedAt: not null, Variants.Items.Count: > 0 };

    public static Product Product(ProductNode node, ShopifyStore store, string currency)
    {
        var meanings = OptionMeanings.Of(node.Variants.Items);
        return new()
        {
            Id = node.Id,
            Handle = node.Handle,
            Title = node.Title.Trim(),
            Description = HtmlText.ToPlainText(node.DescriptionHtml),
            Url = store.Absolute("/products/" + Uri.EscapeDataString(node.Handle)),
            ImageUrl = Image(node.FeaturedMedia, store),
            Category = node.ProductType?.Trim() ?? "",
            Vendor = node.Vendor?.Trim() ?? "",
            Tags = [.. node.Tags],
            Variants = [.. node.Variants.Items.Select(variant => Variant(variant, meanings, store, currency))],
            Rating = Rating(node.Rating?.Value),
            UnitsSold = UnitsSold(node.UnitsSold?.Value),
            PublishedAt = node.PublishedAt ?? node.CreatedAt,
            UpdatedAt = node.UpdatedAt,
        };
    }

    private static Variant Variant(VariantNode node, OptionMeanings meanings, ShopifyStore store, string currency) => new()
    {
        Id = node.Id,
        Title = node.Title,
        Sku = string.IsNullOrWhiteSpace(node.Sku) ? null : node.Sku,
        Price = new(node.Price, currency),
        CompareAtPrice = node.CompareAtPrice is { } before && before > node.Price ? new Money(before, currency) : null,
        // Shopify's own word counts policy and stock together; the policy alone keeps a back order buyable while stock is below zero.
        Available = node.AvailableForSale,
        Stock = Stock(node),
        Options = Options(node),
        Color = meanings.Value(node, OptionMeaning.Color),
        Size = meanings.Value(node, OptionMeaning.Size),
        Material = meanings.Value(node, OptionMeaning.Material),
        ImageUrl = Image(node.Media.Items.FirstOrDefault(), store),
    };

    private static ImmutableArray<VariantOption> Options(VariantNode node) =>
        [.. node.SelectedOptions.Where(o => !(o.Name == "Title" && o.Value == "Default Title")).Select(o => new VariantOption(o.Name, o.Value))];

    private static int? Stock(VariantNode node) =>
        node.InventoryItem is { Tracked: false } ? null : node.InventoryQuantity is { } pieces ? Math.Max(0, pieces) : null;

    private static string? Image(MediaNode? media, ShopifyStore store) => media?.Url is { Length: > 0 } url ? store.Absolute(url) : null;

    // Shopify's rating type is {"value": "4.6", "scale_min": "1.0", "scale_max": "5.0"}; some review apps write a bare number.
    private static double? Rating(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var bare))
            return InRange(bare);
        try
        {
            var rating = JsonSerializer.Deserialize<RatingValue>(value, JsonSerializerOptions.Web);
            return rating is null ? null : InRange(rating.Value * 5 / (rating.ScaleMax > 0 ? rating.ScaleMax : 5));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? InRange(double rating) => rating is >= 1 and <= 5 ? Math.Round(rating, 2) : null;

    private static int UnitsSold(string? value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var units) ? Math.Max(0, units) : 0;

    private sealed record RatingValue(double Value, [property: System.Text.Json.Serialization.JsonPropertyName("scale_max")] double ScaleMax);
}
