namespace Reva.Sandbox.Shopify.Store;

internal sealed record Product(
    long Id, string Handle, string Title, string BodyHtml, string ProductType, string Vendor, IReadOnlyList<string> Tags, string Status,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? PublishedAt,
    IReadOnlyList<ProductOption> Options, IReadOnlyList<string> Images, IReadOnlyList<string> Collections,
    IReadOnlyList<Metafield> Metafields, IReadOnlyList<Variant> Variants)
{
    public bool IsForSale => Status == "ACTIVE" && PublishedAt is not null && Variants.Any(v => v.AvailableForSale);
}

/// <summary>What a shopper chooses: <c>Colour</c> of <c>Moss</c>, <c>Slate</c>.</summary>
internal sealed record ProductOption(string Name, IReadOnlyList<string> Values);

internal sealed record Variant(
    long Id, long ProductId, int Position, string? Sku, string? Barcode, string Title, IReadOnlyDictionary<string, string> Options, decimal Price,
    decimal? CompareAtPrice, int InventoryQuantity, string InventoryPolicy, bool? ForSale, string? Image, int WeightGrams,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>As the folder says, else by stock and policy.</summary>
    public bool AvailableForSale => ForSale ?? (InventoryQuantity > 0 || InventoryPolicy == "CONTINUE");

    /// <summary>How many can be sold; a variant that keeps selling without stock goes by its count.</summary>
    public int SellableOnline => AvailableForSale ? InventoryQuantity : Math.Min(0, InventoryQuantity);
}

internal sealed record Collection(long Id, string Handle, string Title, string DescriptionHtml, string? Image, DateTimeOffset UpdatedAt);
