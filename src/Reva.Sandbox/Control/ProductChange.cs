using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control;

/// <summary>What is to be different about a product; what is left out stays. A change without variants can set price and stock of all at once.</summary>
internal sealed record ProductChange(
    string? Title = null, string? BodyHtml = null, string? Status = null, string? ProductType = null, IReadOnlyList<string>? Tags = null,
    decimal? Price = null, int? InventoryQuantity = null, IReadOnlyList<VariantChange>? Variants = null)
{
    private static readonly string[] Statuses = ["ACTIVE", "DRAFT", "ARCHIVED"];

    public string? Problem(Product product) =>
        Status is not null && !Statuses.Contains(Status) ? $"status is one of {string.Join(", ", Statuses)}"
        : (Variants ?? []).FirstOrDefault(c => !product.Variants.Any(c.Means)) is { } unknown ? $"the product has no variant with id {unknown.Id} or sku {unknown.Sku}"
        : null;

    public Product Apply(Product product, DateTimeOffset now) => product with
    {
        Title = Title ?? product.Title,
        BodyHtml = BodyHtml ?? product.BodyHtml,
        Status = Status ?? product.Status,
        ProductType = ProductType ?? product.ProductType,
        Tags = Tags ?? product.Tags,
        UpdatedAt = now,
        Variants = [.. product.Variants.Select(v => Change(v, now))],
    };

    private Variant Change(Variant variant, DateTimeOffset now)
    {
        variant = new VariantChange(Price: Price, InventoryQuantity: InventoryQuantity).Apply(variant, now);
        return (Variants ?? []).FirstOrDefault(c => c.Means(variant))?.Apply(variant, now) ?? variant;
    }
}

/// <summary>A variant by id or sku; a <c>compareAtPrice</c> of 0 ends a sale.</summary>
internal sealed record VariantChange(
    long? Id = null, string? Sku = null, decimal? Price = null, decimal? CompareAtPrice = null, int? InventoryQuantity = null, string? InventoryPolicy = null,
    bool? AvailableForSale = null)
{
    public bool Means(Variant variant) => Id is { } id ? variant.Id == id : Sku is not null && variant.Sku == Sku;

    public Variant Apply(Variant variant, DateTimeOffset now) =>
        (Price ?? CompareAtPrice ?? InventoryQuantity) is null && InventoryPolicy is null && AvailableForSale is null ? variant : variant with
        {
            Price = Price ?? variant.Price,
            CompareAtPrice = CompareAtPrice is { } before ? before == 0 ? null : before : variant.CompareAtPrice,
            InventoryQuantity = InventoryQuantity ?? variant.InventoryQuantity,
            InventoryPolicy = InventoryPolicy ?? variant.InventoryPolicy,
            // A new count speaks for itself; what the folder said of availability no longer holds.
            ForSale = AvailableForSale ?? (InventoryQuantity is null ? variant.ForSale : null),
            UpdatedAt = now,
        };
}
