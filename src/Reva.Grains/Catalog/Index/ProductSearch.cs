using System.Buffers;
using System.Collections.Immutable;
using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Grains.Catalog.Index;

/// <summary>One search: filter, score what is left, keep the best, and tell those exactly apart.</summary>
internal sealed class ProductSearch
{
    // Enough that rounding vectors to bytes never pushes one of the best out before the exact look.
    private const int Spare = 48;

    private readonly ProductIndex _index;
    private readonly ProductQuery _query;
    private readonly RankingWeights _weights;
    private readonly WordQuery _words;
    private readonly float[]? _meaning;
    private readonly int? _like;

    /// <param name="meaning">Vector of what is sought; null when there is none.</param>
    public ProductSearch(ProductIndex index, ProductQuery query, WordQuery words, float[]? meaning, RankingWeights weights)
    {
        _index = index;
        _query = query;
        _words = words;
        _weights = weights;
        _like = index.Find(query.LikeProductId);
        _meaning = meaning;
    }

    public ProductSearchResult Run()
    {
        var count = _index.Products.Length;
        var rows = ArrayPool<int>.Shared.Rent(count);
        var fits = ArrayPool<ProductFit>.Shared.Rent(count);
        var keyword = ArrayPool<float>.Shared.Rent(count);
        var coverage = ArrayPool<float>.Shared.Rent(count);
        var likeness = ArrayPool<float>.Shared.Rent(count);
        try
        {
            var passing = Filter(rows, fits);
            _index.Words.Score(_words, keyword.AsSpan(0, count), coverage.AsSpan(0, count));
            if (_meaning is null)
                likeness.AsSpan(0, passing).Clear();
            else
                _index.Vectors.Approximate(_meaning, rows.AsSpan(0, passing), likeness);
            return Select(new(rows.AsSpan(0, passing), fits, keyword, coverage.AsSpan(0, count), likeness));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rows);
            ArrayPool<ProductFit>.Shared.Return(fits);
            ArrayPool<float>.Shared.Return(keyword);
            ArrayPool<float>.Shared.Return(coverage);
            ArrayPool<float>.Shared.Return(likeness);
        }
    }

    private int Filter(int[] rows, ProductFit[] fits)
    {
        var filter = new ProductFilter(_index, _query);
        var passing = 0;
        for (var product = 0; product < _index.Products.Length; product++)
        {
            if (product == _like || filter.Fit(product) is not { } fit)
                continue;
            rows[passing] = product;
            fits[passing++] = fit;
        }
        return passing;
    }

    private ProductSearchResult Select(in Candidates candidates)
    {
        var relevance = Relevance.Of(candidates, _words.IsEmpty, _meaning is not null, _like is { } like ? _index.Categories[like] : null, _index.Categories);
        var take = Math.Clamp(_query.Take, 1, 50);
        var best = new PriorityQueue<int, double>();
        var fitting = 0;
        for (var i = 0; i < candidates.Rows.Length; i++)
        {
            if (!relevance.Fits(candidates, i))
                continue;
            fitting++;
            Keep(best, i, Rank(candidates, i), take + Spare);
        }
        // Nothing fits the words: the nearest are offered as what they are, alternatives.
        for (var i = 0; fitting == 0 && i < candidates.Rows.Length; i++)
            Keep(best, i, Rank(candidates, i), take + Spare);
        var hits = ImmutableArray.CreateBuilder<(ProductHit Hit, double Rank)>(best.Count);
        foreach (var (i, _) in best.UnorderedItems)
            hits.Add(Hit(candidates, i));
        return new([.. hits.OrderByDescending(h => h.Rank).ThenByDescending(h => h.Hit.Score.Total).ThenBy(h => h.Hit.Product.Id, StringComparer.Ordinal).Take(take).Select(h => h.Hit)], fitting, fitting > 0);
    }

    private static void Keep(PriorityQueue<int, double> best, int candidate, double rank, int most)
    {
        if (best.Count < most)
            best.Enqueue(candidate, rank);
        else if (best.TryPeek(out _, out var least) && rank > least)
            best.EnqueueDequeue(candidate, rank);
    }

    private double Rank(in Candidates candidates, int i) =>
        _query.Order == ProductOrder.Relevance ? Score(candidates, i, candidates.Likeness[i]).Total : Order(candidates.Rows[i], candidates.Fits[i]);

    private (ProductHit, double) Hit(in Candidates candidates, int i)
    {
        var product = candidates.Rows[i];
        var score = Score(candidates, i, _meaning is null ? 0 : _index.Vectors.Exact(_meaning, product));
        var variant = _index.Products[product].Variants[candidates.Fits[i].Variant - _index.Variants.Starts[product]];
        return (new(_index.Products[product], variant, score), _query.Order == ProductOrder.Relevance ? score.Total : Order(product, candidates.Fits[i]));
    }

    private ScoreParts Score(in Candidates candidates, int i, double semantic)
    {
        var product = candidates.Rows[i];
        var price = _index.Variants.Rows[candidates.Fits[i].Variant].Price;
        var keyword = Math.Min(1, candidates.Keyword[product]);
        if (_like is { } like && _words.IsEmpty)
            keyword = _index.Categories[like] == _index.Categories[product] ? 1 : 0;
        var priceFit = _like is { } model && _query is { MinPrice: null, MaxPrice: null }
            ? ProductRanking.PriceLikeness(price, _index.Products[model].PriceFrom.Amount)
            : ProductRanking.PriceFit(price, _query.MinPrice, _query.MaxPrice);
        var (popularity, availability, recency) = (_index.Popularity[product], candidates.Fits[i].Availability, _index.Recency[product]);
        return new(semantic, keyword, popularity, availability, priceFit, recency, _weights.Total(semantic, keyword, popularity, availability, priceFit, recency));
    }

    private double Order(int product, ProductFit fit) => _query.Order switch
    {
        ProductOrder.PriceAscending => -(double)_index.Variants.Rows[fit.Variant].Price,
        ProductOrder.PriceDescending => (double)_index.Variants.Rows[fit.Variant].Price,
        ProductOrder.Newest => _index.Products[product].PublishedAt.UtcTicks,
        _ => _index.Products[product].Rating ?? 0,
    };
}

/// <summary>Products that passed the filters, with what is known of them. Keyword and coverage are by product, the rest by position in Rows.</summary>
internal readonly ref struct Candidates(ReadOnlySpan<int> rows, ReadOnlySpan<ProductFit> fits, ReadOnlySpan<float> keyword, ReadOnlySpan<float> coverage, ReadOnlySpan<float> likeness)
{
    public ReadOnlySpan<int> Rows { get; } = rows;
    public ReadOnlySpan<ProductFit> Fits { get; } = fits;
    public ReadOnlySpan<float> Keyword { get; } = keyword;
    public ReadOnlySpan<float> Coverage { get; } = coverage;
    public ReadOnlySpan<float> Likeness { get; } = likeness;
}
