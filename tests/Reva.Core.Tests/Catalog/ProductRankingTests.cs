using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Catalog;

namespace Reva.Core.Tests.Catalog;

public sealed class ProductRankingTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_default_weights_add_up_to_one() => Assert.Equal(1, new RankingWeights().Total(1, 1, 1, 1, 1, 1), 9);

    [Fact]
    public void Every_part_stays_between_0_and_1() => Prop.ForAll<int, int, double>((sold, best, rating) =>
    {
        double?[] parts =
        [
            ProductRanking.Popularity(sold, best, double.IsFinite(rating) ? rating : null), ProductRanking.Recency(Now.AddDays(sold % 10_000), Now),
            ProductRanking.PriceFit(Math.Abs((decimal)sold), null, Math.Abs((decimal)best)), ProductRanking.PriceLikeness(Math.Abs((decimal)sold), Math.Abs((decimal)best)),
            ProductRanking.PriceFit(Math.Abs((decimal)sold), Math.Abs((decimal)best), null),
        ];
        return parts.All(p => p is >= 0 and <= 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_sells_better_is_more_popular_and_good_reviews_help()
    {
        Assert.True(ProductRanking.Popularity(50, 100, null) > ProductRanking.Popularity(5, 100, null));
        Assert.True(ProductRanking.Popularity(50, 100, 4.8) > ProductRanking.Popularity(50, 100, 2.1));
        Assert.Equal(0, ProductRanking.Popularity(0, 0, null));
    }

    [Fact]
    public void A_novelty_counts_half_after_180_days() => Assert.Equal(0.5, ProductRanking.Recency(Now.AddDays(-180), Now), 6);

    [Fact]
    public void Who_names_150_rather_sees_140_than_20() =>
        Assert.True(ProductRanking.PriceFit(140, null, 150) > ProductRanking.PriceFit(20, null, 150));

    [Fact]
    public void What_cannot_be_bought_scores_nothing_for_availability()
    {
        Assert.Equal(0, ProductRanking.Availability(0, 3));
        Assert.Equal(1, ProductRanking.Availability(3, 3));
        Assert.True(ProductRanking.Availability(1, 3) > 0.5);
    }
}
