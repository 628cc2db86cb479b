using System.Collections.Immutable;
using Reva.Agent.Embedding;
using Reva.Core.Catalog;
using Reva.Grains.Catalog;
using Reva.Grains.Catalog.Index;

namespace Reva.Grains.Tests.Searching;

/// <summary>A small outdoor shop, and searches in it.</summary>
internal static class OutdoorShop
{
    private static readonly HashedEmbedder Embedder = new();

    public static ImmutableArray<Product> Products { get; } =
    [
        Shop.Sells("Storm Waterproof Jacket", "Jackets", 140, "A shell that keeps heavy rain out.", Shop.In("Moss", "M", 140), Shop.In("Moss", "L", 140, available: false), Shop.In("Black", "M", 120)) with { Tags = ["women", "rain"], UnitsSold = 80, Rating = 4.6 },
        Shop.Sells("Drizzle Rain Jacket", "Jackets", 89, "Light and packable.", Shop.In("Navy", "S", 89), Shop.In("Navy", "M", 89), Shop.In("Olive", "L", 79, was: 99)) with { Tags = ["men"], UnitsSold = 40 },
        Shop.Sells("Ember Down Jacket", "Jackets", 220, "Warm goose down for winter days.", Shop.In("Burgundy", "M", 220)) with { UnitsSold = 10 },
        Shop.Sells("Ridge Hiking Boots", "Footwear", 160, "Leather boots with grip.", Shop.In("Brown", "42", 160), Shop.In("Brown", "43", 160)),
        Shop.Sells("Trail Running Shoes", "Footwear", 110, "Fast and light on trails.", Shop.In("Red", "42", 110), Shop.In("Blue", "44", 110)),
        Shop.Sells("Summit Backpack 30L", "Backpacks", 95, "Carries everything for a day out, with a rain cover.", Shop.In("Forest", null, 95)),
        Shop.Sells("Cedar Two-Person Tent", "Tents", 310, "Stands in five minutes.", Shop.In("Sand", null, 310)),
        Shop.Sells("Alder Enamel Mug", "Camp Kitchen", 14, "Holds coffee by the fire.", Shop.In("White", null, 14), Shop.In("Green", null, 14)),
        Shop.Sells("Merino Beanie", "Hats", 28, "Soft merino wool.", Shop.In("Grey", "One Size", 28)) with { Tags = ["wool", "kids"] },
        Shop.Sells("Fjord Wool Socks", "Socks", 19, "Warm feet all day.", Shop.In("Teal", "M", 19), Shop.In("Teal", "L", 19)),
    ];

    public static ProductIndex Index { get; } = IndexOf(Products);

    public static ProductIndex IndexOf(IEnumerable<Product> products) => new(
        [.. products.Select(p => new ProductRow(p, "", Embedder.Model, Embedder.Embed(EmbeddedText.Of(p)), Shop.Today))],
        Embedder.Model, Embedder.Dimensions, Shop.Today);

    public static ProductSearchResult Search(string text) => Search(new ProductQuery { Text = text });

    public static ProductSearchResult Search(ProductQuery query, ProductIndex? index = null)
    {
        index ??= Index;
        var words = index.Words.Read(query.Text);
        var like = index.Find(query.LikeProductId);
        return new ProductSearch(index, query, words, like is { } row ? index.Vectors[row] : words.IsEmpty ? null : Meaning(query.Text), new()).Run();
    }

    /// <summary>The vector of a wish.</summary>
    public static float[] Meaning(string text) => Embedder.Embed(text);

    public static string[] Titles(this ProductSearchResult result) => [.. result.Hits.Select(h => h.Product.Title)];
}
