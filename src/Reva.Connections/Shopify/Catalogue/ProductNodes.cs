using Reva.Connections.Shopify.Admin;

namespace Reva.Connections.Shopify.Catalogue;

internal sealed record ProductsData(ShopCurrency Shop, Nodes<ProductNode> Products);

internal sealed record ShopCurrency(string CurrencyCode);

internal sealed record MoreVariantsData(MoreVariantsProduct? Product);

internal sealed record MoreVariantsProduct(Nodes<VariantNode> Variants);

internal sealed record ProductNode
{
    public required string Id { get; init; }
    public required string Handle { get; init; }
    public required string Title { get; init; }
    public string? DescriptionHtml { get; init; }
    public string? ProductType { get; init; }
    public string? Vendor { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Status { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public MediaNode? FeaturedMedia { get; init; }
    public MetafieldNode? Rating { get; init; }
    public MetafieldNode? UnitsSold { get; init; }
    public Nodes<VariantNode> Variants { get; init; } = new();
}

internal sealed record MetafieldNode(string? Value);

internal sealed record MediaNode(PreviewNode? Preview)
{
    public string? Url => Preview?.Image?.Url;
}

internal sealed record PreviewNode(PreviewImage? Image);

internal sealed record PreviewImage(string? Url);

internal sealed record VariantNode
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? Sku { get; init; }
    public required decimal Price { get; init; }
    public decimal? CompareAtPrice { get; init; }
    public bool AvailableForSale { get; init; }
    public int? InventoryQuantity { get; init; }
    public string? InventoryPolicy { get; init; }
    public TrackedNode? InventoryItem { get; init; }
    public IReadOnlyList<OptionNode> SelectedOptions { get; init; } = [];
    public Nodes<MediaNode> Media { get; init; } = new();
}

internal sealed record TrackedNode(bool Tracked);

internal sealed record OptionNode(string Name, string Value);
