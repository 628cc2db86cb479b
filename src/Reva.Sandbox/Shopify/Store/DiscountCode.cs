namespace Reva.Sandbox.Shopify.Store;

/// <summary>A code that takes something off a whole cart.</summary>
/// <param name="Percentage">A fraction, 0 to 1; null when an amount is taken off.</param>
/// <param name="CustomerIds">Who may use it; empty for everybody.</param>
internal sealed record DiscountCode(
    long Id, string Title, string Code, DateTimeOffset CreatedAt, DateTimeOffset StartsAt, DateTimeOffset? EndsAt, decimal? Percentage, decimal? Amount,
    IReadOnlyList<long> CustomerIds, int? UsageLimit, bool OncePerCustomer, decimal? MinimumSubtotal)
{
    public string StatusAt(DateTimeOffset now) => now < StartsAt ? "SCHEDULED" : EndsAt <= now ? "EXPIRED" : "ACTIVE";
}
