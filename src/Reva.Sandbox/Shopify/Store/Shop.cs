namespace Reva.Sandbox.Shopify.Store;

/// <summary>The shop itself.</summary>
internal sealed record Shop(
    string Name, string Domain, string Currency, string TimeZone, string Email, string? Phone, string Country, string Plan, Brand Brand,
    IReadOnlyList<ShippingRate> Shipping);

internal sealed record Brand(string Accent, string? Logo, string Tagline, string Voice, string About);

/// <summary>A way to ship; days are working days.</summary>
internal sealed record ShippingRate(string Name, decimal Price, decimal? FreeFrom, int MinDays, int MaxDays, IReadOnlyList<string> Countries);

internal sealed record Policy(long Id, string Type, string Title, string Body, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>The last part of its address: <c>refund-policy</c>.</summary>
    public string Handle => Type.ToLowerInvariant().Replace('_', '-');
}

internal sealed record ContentPage(long Id, string Handle, string Title, string Body, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? PublishedAt);

internal sealed record Metafield(long Id, string Namespace, string Key, string Type, string Value);
