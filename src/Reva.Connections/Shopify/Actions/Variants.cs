using System.Collections.Immutable;
using Reva.Connections.Shopify.Admin;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Catalog;

namespace Reva.Connections.Shopify.Actions;

/// <summary>Variants as they can be bought now.</summary>
internal sealed class Variants(ShopifyAdmin admin)
{
    private const int AtOnce = 100;

    private static readonly ShopifyQuery Query = ShopifyQuery.Load("variant-offers");
    private static readonly ShopifyQuery OfProduct = ShopifyQuery.Load("product-variants");

    /// <summary>In the order of the ids; those that do not exist are left out.</summary>
    public async Task<ImmutableArray<VariantOffer>> ReadAsync(ShopifyStore store, IEnumerable<string> variantIds, CancellationToken cancellationToken)
    {
        var offers = ImmutableArray.CreateBuilder<VariantOffer>();
        foreach (var ids in variantIds.Where(id => ShopifyIds.Is("ProductVariant", id)).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var data = await admin.AskAsync<OffersData>(store, Query, new { ids }, Urgency.Shopper, cancellationToken);
            offers.AddRange(data.Nodes.OfType<OfferNode>().Where(n => n.Id is not null).Select(n => Offer(n, data.Shop.CurrencyCode)));
        }
        return offers.ToImmutable();
    }

    /// <summary>All variants of a product, in the shop's order; empty when it does not exist.</summary>
    public async Task<ImmutableArray<VariantOffer>> OfProductAsync(ShopifyStore store, string productId, CancellationToken cancellationToken)
    {
        if (!ShopifyIds.Is("Product", productId))
            return [];
        var data = await admin.AskAsync<ProductData>(store, OfProduct, new { id = productId }, Urgency.Shopper, cancellationToken);
        return data.Product is null ? [] : [.. data.Product.Variants.Items.Where(n => n.Id is not null).Select(n => Offer(n, data.Shop.CurrencyCode))];
    }

    private static VariantOffer Offer(OfferNode node, string currency) => new(
        node.Id!, node.Product!.Id, node.Product.Title, node.Title is "Default Title" ? null : node.Title, new Money(node.Price, currency), Stock(node), node.AvailableForSale)
    {
        Sku = node.Sku, Options = [.. (node.SelectedOptions ?? []).Select(o => new VariantOption(o.Name, o.Value))],
    };

    private static int? Stock(OfferNode node) =>
        node.InventoryPolicy == "CONTINUE" || node.InventoryItem is { Tracked: false } || node.InventoryQuantity is not { } pieces ? null : Math.Max(0, pieces);

    private sealed record OffersData(OfferShop Shop, IReadOnlyList<OfferNode?> Nodes);

    private sealed record OfferShop(string CurrencyCode);

    private sealed record OfferProduct(string Id, string Title);

    private sealed record TrackedNode(bool Tracked);

    private sealed record OfferNode(
        string? Id, string? Title, string? Sku, decimal Price, bool AvailableForSale, int? InventoryQuantity, string? InventoryPolicy, TrackedNode? InventoryItem, OfferProduct? Product,
        IReadOnlyList<OptionNode>? SelectedOptions);

    private sealed record OptionNode(string Name, string Value);

    private sealed record ProductData(OfferShop Shop, ProductOffers? Product);

    private sealed record ProductOffers(Nodes<OfferNode> Variants);
}
