namespace Reva.Core.Catalog;

/// <summary>The parts of a product's score that depend on no other product, each 0–1, and their sum.</summary>
public static class ProductRanking
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(180);

    /// <summary>The sum of the parts by their weights.</summary>
    public static double Total(this RankingWeights weights, double semantic, double keyword, double popularity, double availability, double priceFit, double recency) =>
        weights.Semantic * semantic + weights.Keyword * keyword + weights.Popularity * popularity
        + weights.Availability * availability + weights.PriceFit * priceFit + weights.Recency * recency;

    /// <summary>How popular a product is beside the store's best seller; reviews count for three tenths where there are any.</summary>
    public static double Popularity(int unitsSold, int bestSeller, double? rating)
    {
        var sales = bestSeller <= 0 ? 0 : Math.Log(1 + Math.Max(0, unitsSold)) / Math.Log(1 + bestSeller);
        return Math.Clamp(rating is { } stars ? 0.7 * sales + 0.3 * Math.Clamp((stars - 1) / 4, 0, 1) : sales, 0, 1);
    }

    /// <summary>1 on the day it came, half as much every 180 days.</summary>
    public static double Recency(DateTimeOffset publishedAt, DateTimeOffset now) =>
        publishedAt >= now ? 1 : Math.Pow(0.5, (now - publishedAt) / HalfLife);

    /// <summary>0 when none of the fitting variants can be bought, else from 0.5 up to 1 when all can.</summary>
    public static double Availability(int available, int fitting) => available == 0 ? 0 : 0.5 + 0.5 * available / fitting;

    /// <summary>
    /// How well a price that is within the wish fits it. Who names a highest price mostly wants to use it: below half of it the fit falls,
    /// to 0.6 at nothing; likewise above twice a lowest price. 1 without a wish.
    /// </summary>
    public static double PriceFit(decimal price, decimal? lowest, decimal? highest)
    {
        if (highest is > 0 && lowest is null)
            return 1 - 0.8 * Math.Max(0, 0.5 - (double)(price / highest.Value));
        if (lowest is > 0 && highest is null)
            return 1 - 0.2 * Math.Clamp((double)(price / lowest.Value) - 2, 0, 2);
        return 1;
    }

    /// <summary>How near two prices are: 1 when equal, 0.5 when one is twice the other.</summary>
    public static double PriceLikeness(decimal one, decimal other) =>
        one <= 0 || other <= 0 ? (one == other ? 1 : 0) : (double)(Math.Min(one, other) / Math.Max(one, other));
}
