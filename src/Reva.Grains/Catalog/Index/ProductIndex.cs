using System.Collections.Immutable;
using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Grains.Catalog.Index;

/// <summary>A store's products as they were at one moment, laid out for searching. Immutable.</summary>
internal sealed class ProductIndex
{
    private static readonly TextField Title = new(3f, 1f);
    private static readonly TextField Category = new(2.5f, 1f);
    private static readonly TextField Tag = new(2f, 1f);
    private static readonly TextField Option = new(1.5f, 0.9f);
    private static readonly TextField Vendor = new(1.5f, 0.9f);
    private static readonly TextField Description = new(1f, 0.65f);

    private readonly Dictionary<string, int> _byId;
    private readonly Dictionary<string, int> _byHandle;
    private readonly Dictionary<string, int> _categories = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Vectors of other models than <paramref name="model"/> are left aside: they cannot be compared.</summary>
    public ProductIndex(ImmutableArray<ProductRow> rows, string model, int dimensions, DateTimeOffset now)
    {
        Products = [.. rows.Select(r => r.Product)];
        _byId = Products.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        _byHandle = Products.Select((p, i) => (p.Handle, i)).GroupBy(p => p.Handle, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().i, StringComparer.OrdinalIgnoreCase);
        Categories = [.. Products.Select(p => AddCategory(p.Category))];
        Audiences = [.. Products.Select(Reva.Core.Catalog.Audiences.Of)];
        Variants = new(Products);
        Vectors = new([.. rows.Select(r => r.EmbeddingModel == model ? r.Vector : null)], dimensions);
        Words = IndexWords(Products);
        var bestSeller = Products.IsEmpty ? 0 : Products.Max(p => p.UnitsSold);
        Popularity = [.. Products.Select(p => (float)ProductRanking.Popularity(p.UnitsSold, bestSeller, p.Rating))];
        Recency = [.. Products.Select(p => (float)ProductRanking.Recency(p.PublishedAt, now))];
        Vocabulary = CatalogWords.Of(Products);
    }

    public ImmutableArray<Product> Products { get; }
    public int[] Categories { get; }
    public Audience[] Audiences { get; }
    public VariantTable Variants { get; }
    public VectorTable Vectors { get; }
    public WordIndex Words { get; }
    public float[] Popularity { get; }
    public float[] Recency { get; }
    public CatalogVocabulary Vocabulary { get; }

    /// <summary>-1 for a category that no product is in.</summary>
    public int CategoryNumber(string category) => _categories.TryGetValue(category.Trim(), out var number) ? number : -1;

    public int? Find(string? id) => id is not null && _byId.TryGetValue(id, out var product) ? product : null;

    public Product? FindByHandle(string handle) => _byHandle.TryGetValue(handle, out var product) ? Products[product] : null;

    private int AddCategory(string category)
    {
        if (!_categories.TryGetValue(category.Trim(), out var number))
            _categories[category.Trim()] = number = _categories.Count;
        return number;
    }

    private static WordIndex IndexWords(ImmutableArray<Product> products)
    {
        var builder = new WordIndexBuilder();
        for (var i = 0; i < products.Length; i++)
        {
            var product = products[i];
            builder.Add(i, product.Title, Title);
            builder.Add(i, product.Category, Category);
            builder.Add(i, product.Vendor, Vendor);
            builder.Add(i, product.Description, Description);
            foreach (var tag in product.Tags)
                builder.Add(i, tag, Tag);
            // Each value once: a coat in ten sizes is not ten times as green.
            foreach (var value in product.Variants.SelectMany(v => v.Options).Select(o => o.Value).Distinct(StringComparer.OrdinalIgnoreCase))
                builder.Add(i, value, Option);
        }
        return builder.Build();
    }
}
