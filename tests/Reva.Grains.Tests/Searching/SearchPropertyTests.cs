using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Catalog;
using Reva.Grains.Catalog.Index;

namespace Reva.Grains.Tests.Searching;

public sealed class SearchPropertyTests
{
    [Fact]
    public void No_hit_ever_breaks_a_filter() => ForEverySearch((query, result) => result.Hits.All(hit => Passes(hit, query)));

    [Fact]
    public void Every_part_of_a_score_is_between_0_and_1_and_the_total_is_their_weighted_sum() => ForEverySearch((_, result) => result.Hits.All(hit =>
    {
        var (s, w) = (hit.Score, new RankingWeights());
        var sum = w.Semantic * s.Semantic + w.Keyword * s.Keyword + w.Popularity * s.Popularity + w.Availability * s.Availability + w.PriceFit * s.PriceFit + w.Recency * s.Recency;
        return new[] { s.Semantic, s.Keyword, s.Popularity, s.Availability, s.PriceFit, s.Recency }.All(p => p is >= 0 and <= 1) && Math.Abs(sum - s.Total) < 1e-9;
    }));

    [Fact]
    public void Hits_come_in_the_order_asked_for_never_twice_and_never_more_than_wanted() => ForEverySearch((query, result) =>
    {
        var keys = result.Hits.Select(h => query.Order switch
        {
            ProductOrder.PriceAscending => -(double)h.BestVariant.Price.Amount,
            ProductOrder.PriceDescending => (double)h.BestVariant.Price.Amount,
            ProductOrder.Newest => h.Product.PublishedAt.UtcTicks,
            ProductOrder.Rating => h.Product.Rating ?? 0,
            _ => h.Score.Total,
        }).ToArray();
        return keys.SequenceEqual(keys.OrderDescending()) && result.Hits.Length <= query.Take && result.Hits.DistinctBy(h => h.Product.Id).Count() == result.Hits.Length;
    });

    [Fact]
    public void Odd_text_never_fails() => Prop.ForAll<string>(text => OutdoorShop.Search(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void The_ten_best_are_the_ten_best_of_an_exact_look_at_every_product()
    {
        var shop = new RandomShop(7);
        var index = OutdoorShop.IndexOf(shop.Products(3000));
        var (found, wanted) = (0, 0);
        for (var i = 0; i < 60; i++)
        {
            var query = shop.Query() with { Order = ProductOrder.Relevance, Take = 10 };
            var exact = Exact(query, index);
            wanted += exact.Count;
            var result = OutdoorShop.Search(query, index);
            found += result.Confident ? result.Hits.Count(h => exact.Contains(h.Product.Id)) : 0;
        }

        Assert.True(wanted > 100, "too few wishes found anything: the test proves nothing");
        Assert.True(found >= 0.98 * wanted, $"{found} of {wanted}");
    }

    [Fact]
    public void Ten_thousand_products_are_searched()
    {
        var shop = new RandomShop(3);
        var index = OutdoorShop.IndexOf(shop.Products(10_000));

        Assert.All(Enumerable.Range(0, 50), _ =>
        {
            var query = shop.Query();
            Assert.All(OutdoorShop.Search(query, index).Hits, hit => Assert.True(Passes(hit, query)));
        });
    }

    private static void ForEverySearch(Func<ProductQuery, ProductSearchResult, bool> holds) => Prop.ForAll<int>(seed =>
    {
        var shop = new RandomShop(seed);
        var index = OutdoorShop.IndexOf(shop.Products(60));
        return Enumerable.Range(0, 10).Select(_ => shop.Query()).All(query => holds(query, OutdoorShop.Search(query, index)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    // Asks for all that fits in slices of other ids, so that no shortcut can hide a better one.
    // The same rules over every product, with vectors as they are instead of as bytes, and nothing left out on the way.
    private static HashSet<string> Exact(ProductQuery query, ProductIndex index)
    {
        var words = index.Words.Read(query.Text);
        var meaning = words.IsEmpty ? null : OutdoorShop.Meaning(query.Text);
        var (keyword, coverage) = (new float[index.Products.Length], new float[index.Products.Length]);
        index.Words.Score(words, keyword, coverage);
        var filter = new ProductFilter(index, query);
        var passing = Enumerable.Range(0, index.Products.Length).Select(p => (Product: p, Fit: filter.Fit(p))).Where(p => p.Fit is not null).ToList();
        int[] rows = [.. passing.Select(p => p.Product)];
        ProductFit[] fits = [.. passing.Select(p => p.Fit!.Value)];
        float[] likeness = [.. rows.Select(p => meaning is null ? 0 : (float)index.Vectors.Exact(meaning, p))];
        var relevance = Relevance.Of(new(rows, fits, keyword, coverage, likeness), words.IsEmpty, meaning is not null, null, index.Categories);
        var weights = new RankingWeights();
        return [.. Enumerable.Range(0, rows.Length)
            .Where(i => relevance.Fits(new(rows, fits, keyword, coverage, likeness), i))
            .OrderByDescending(i => weights.Total(likeness[i], Math.Min(1, keyword[rows[i]]), index.Popularity[rows[i]], fits[i].Availability,
                ProductRanking.PriceFit(index.Variants.Rows[fits[i].Variant].Price, query.MinPrice, query.MaxPrice), index.Recency[rows[i]]))
            .Take(query.Take).Select(i => index.Products[rows[i]].Id)];
    }

    private static bool Passes(ProductHit hit, ProductQuery q)
    {
        var (product, variant) = (hit.Product, hit.BestVariant);
        return product.Variants.Contains(variant)
            && (q.MinPrice is null || variant.Price.Amount >= q.MinPrice) && (q.MaxPrice is null || variant.Price.Amount <= q.MaxPrice)
            && (q.Colors.IsEmpty || variant.Color is { } color && q.Colors.Any(c => c == "moss" ? color == "Moss" : ColorFamilies.Of(color).Contains(c)))
            && (q.Sizes.IsEmpty || variant.Size is { } size && (size == "One Size" || q.Sizes.Select(SizeNames.Normalize).Contains(size)))
            && (q.Category is null || product.Category == q.Category)
            && (q.Audience is null || product.Tags[0] is "unisex" or "plain" || product.Tags[0] == q.Audience)
            && (!q.OnlyAvailable || variant.Available) && (!q.OnlyOnSale || variant.CompareAtPrice is not null)
            && !q.ExcludeIds.Contains(product.Id);
    }
}
