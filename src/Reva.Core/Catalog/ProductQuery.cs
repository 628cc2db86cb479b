using System.Collections.Immutable;

namespace Reva.Core.Catalog;

/// <summary>What a shopper wants to see. Filters are hard, <see cref="Text"/> ranks.</summary>
public sealed record ProductQuery
{
    /// <summary>The wish in words, without what the filters already say; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>Lowest price, in the store's currency.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>Highest price, in the store's currency.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>Colours, any of which will do, as the shopper says them (<c>green</c> also finds <c>Moss</c>).</summary>
    public ImmutableArray<string> Colors { get; init; } = [];

    /// <summary>Sizes, any of which will do.</summary>
    public ImmutableArray<string> Sizes { get; init; } = [];

    /// <summary>Materials, any of which will do.</summary>
    public ImmutableArray<string> Materials { get; init; } = [];

    /// <summary>Colours not to show; a product with others is shown in those.</summary>
    public ImmutableArray<string> ExcludeColors { get; init; } = [];

    /// <summary>Materials not to show.</summary>
    public ImmutableArray<string> ExcludeMaterials { get; init; } = [];

    /// <summary>Kinds of things not to show: words that neither title nor category may hold.</summary>
    public ImmutableArray<string> ExcludeKinds { get; init; } = [];

    /// <summary>A category of the store's own vocabulary; null for all.</summary>
    public string? Category { get; init; }

    /// <summary>Who it is for: <c>women</c>, <c>men</c>, <c>kids</c>; null for anybody.</summary>
    public string? Audience { get; init; }

    /// <summary>Leave out what cannot be bought now.</summary>
    public bool OnlyAvailable { get; init; }

    /// <summary>Only what is on sale.</summary>
    public bool OnlyOnSale { get; init; }

    /// <summary>Rank by likeness to this product instead of to <see cref="Text"/> alone.</summary>
    public string? LikeProductId { get; init; }

    /// <summary>Products not to show again.</summary>
    public ImmutableArray<string> ExcludeIds { get; init; } = [];

    /// <summary>How the hits are ordered.</summary>
    public ProductOrder Order { get; init; }

    /// <summary>How many hits, 1–50.</summary>
    public int Take { get; init; } = 6;
}

/// <summary>The order of hits.</summary>
public enum ProductOrder
{
    /// <summary>By the weighted score.</summary>
    Relevance,
    /// <summary>Cheapest first, among what fits the words.</summary>
    PriceAscending,
    /// <summary>Dearest first, among what fits the words.</summary>
    PriceDescending,
    /// <summary>Newest first, among what fits the words.</summary>
    Newest,
    /// <summary>Best reviewed first, among what fits the words.</summary>
    Rating,
}

/// <summary>What was found.</summary>
/// <param name="Hits">Best first.</param>
/// <param name="Total">How many products pass the filters and fit the words.</param>
/// <param name="Confident">False when nothing fits the words well: then the hits are alternatives, and must be called so.</param>
public sealed record ProductSearchResult(ImmutableArray<ProductHit> Hits, int Total, bool Confident);

/// <summary>A product, the variant that fits the filters best, and why it ranks where it does.</summary>
public sealed record ProductHit(Product Product, Variant BestVariant, ScoreParts Score);

/// <summary>The parts of a score, each 0–1, and their weighted sum.</summary>
public sealed record ScoreParts(double Semantic, double Keyword, double Popularity, double Availability, double PriceFit, double Recency, double Total);

/// <summary>How much each part of a score weighs; each ≥ 0, the sum 1 by default.</summary>
public sealed record RankingWeights
{
    /// <summary>Likeness of meaning (vectors).</summary>
    public double Semantic { get; init; } = 0.40;
    /// <summary>Likeness of words (full text, fuzzy).</summary>
    public double Keyword { get; init; } = 0.20;
    /// <summary>Units sold and reviews.</summary>
    public double Popularity { get; init; } = 0.15;
    /// <summary>Whether what fits can be bought now.</summary>
    public double Availability { get; init; } = 0.10;
    /// <summary>How well the price fits the wish.</summary>
    public double PriceFit { get; init; } = 0.10;
    /// <summary>How new it is.</summary>
    public double Recency { get; init; } = 0.05;
}

/// <summary>The words a store uses, for understanding what its shoppers say.</summary>
/// <param name="Categories">Product types, as the shop writes them.</param>
/// <param name="Colors">Values of options that mean colour.</param>
/// <param name="Sizes">Values of options that mean size.</param>
/// <param name="Materials">Values of options that mean material.</param>
/// <param name="Vendors">Makers.</param>
/// <param name="Titles">Titles of all products (for naming one directly), with their ids.</param>
public sealed record CatalogVocabulary(
    ImmutableArray<string> Categories, ImmutableArray<string> Colors, ImmutableArray<string> Sizes,
    ImmutableArray<string> Materials, ImmutableArray<string> Vendors, ImmutableArray<KeyValuePair<string, string>> Titles)
{
    /// <summary>A store without products.</summary>
    public static CatalogVocabulary Empty { get; } = new([], [], [], [], [], []);
}
