using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Catalogue;
using Reva.Connections.Shopify.Content;
using Reva.Core.Catalog;
using Reva.Grains.Stores;

namespace Reva.Connections.Shopify;

/// <summary>A Shopify shop as the source of a sync.</summary>
internal sealed class ShopifyShopSource(ShopifyAdmin admin, ProductPages products) : IShopSource
{
    private const int PagesPerPage = 50;

    private static readonly ShopifyQuery ShopQuery = ShopifyQuery.Load("shop");
    private static readonly ShopifyQuery PoliciesQuery = ShopifyQuery.Load("policies");
    private static readonly ShopifyQuery PagesQuery = ShopifyQuery.Load("pages");

    public async Task<ShopDetails> ShopAsync(string storeId, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var data = await admin.AskAsync<ShopData>(store, ShopQuery, new { }, Urgency.Sync, cancellationToken);
        return ContentMapping.Shop(data.Shop, store);
    }

    public async Task<SourcePage<Product>> ProductsAsync(string storeId, string? cursor, DateTimeOffset? updatedSince, CancellationToken cancellationToken) =>
        await products.ReadAsync(await admin.StoreAsync(storeId, cancellationToken), cursor, updatedSince, cancellationToken);

    public async Task<SourcePage<ContentPage>> ContentAsync(string storeId, string? cursor, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var policies = cursor is null ? await PoliciesAsync(store, cancellationToken) : [];
        var data = await admin.AskAsync<PagesData>(store, PagesQuery, new { first = PagesPerPage, after = cursor }, Urgency.Sync, cancellationToken);
        var pages = data.Pages.Items.Where(page => page.IsPublished).Select(page => ContentMapping.Page(page, store));
        return new([.. policies, .. pages], data.Pages.NextCursor);
    }

    private async Task<IEnumerable<ContentPage>> PoliciesAsync(ShopifyStore store, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<PoliciesData>(store, PoliciesQuery, new { }, Urgency.Sync, cancellationToken);
        return data.Shop.ShopPolicies.Where(policy => !string.IsNullOrWhiteSpace(policy.Body)).Select(policy => ContentMapping.Policy(policy, store));
    }
}
