using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Catalog;
using Reva.Grains.Stores;

namespace Reva.Connections.Shopify.Catalogue;

/// <summary>Reads products page by page; a page that costs more than the shop allows is asked for in halves. Thread safe.</summary>
internal sealed class ProductPages(ShopifyAdmin admin, IOptions<ShopifyOptions> options)
{
    private static readonly ShopifyQuery Page = ShopifyQuery.Load("products", "variant-fields");
    private static readonly ShopifyQuery MoreVariants = ShopifyQuery.Load("more-variants", "variant-fields");

    // Sizes that a shop has accepted. A size that was too dear stays too dear, because cost depends on the query alone.
    private readonly ConcurrentDictionary<string, int> _sizes = new(StringComparer.Ordinal);

    public async Task<SourcePage<Product>> ReadAsync(ShopifyStore store, string? cursor, DateTimeOffset? updatedSince, CancellationToken cancellationToken)
    {
        var data = await PageAsync(store, cursor, updatedSince, cancellationToken);
        var products = new List<Product>(data.Products.Items.Count);
        foreach (var node in data.Products.Items.Where(ProductMapping.IsOnSale))
            products.Add(ProductMapping.Product(await WholeAsync(store, node, cancellationToken), store, data.Shop.CurrencyCode));
        return new([.. products], data.Products.NextCursor)
        {
            Withdrawn = [.. data.Products.Items.Where(node => !ProductMapping.IsOnSale(node)).Select(node => node.Id)],
        };
    }

    private async Task<ProductsData> PageAsync(ShopifyStore store, string? cursor, DateTimeOffset? updatedSince, CancellationToken cancellationToken)
    {
        while (true)
        {
            var first = _sizes.GetOrAdd(store.StoreId, options.Value.ProductsPerPage);
            try
            {
                return await admin.AskAsync<ProductsData>(store, Page, new { first, after = cursor, query = Since(updatedSince) }, Urgency.Sync, cancellationToken);
            }
            catch (ShopifyFault) when (first > 1)
            {
                _sizes.TryUpdate(store.StoreId, first / 2, first);
            }
            catch (ShopifyFault tooDear)
            {
                throw new ShopUnavailableException($"The shop of store {store.StoreId} finds even one product too dear to read.", tooDear);
            }
        }
    }

    private async Task<ProductNode> WholeAsync(ShopifyStore store, ProductNode node, CancellationToken cancellationToken)
    {
        var variants = node.Variants.Items.ToList();
        for (var after = node.Variants.NextCursor; after is not null;)
        {
            var data = await admin.AskAsync<MoreVariantsData>(store, MoreVariants, new { id = node.Id, after }, Urgency.Sync, cancellationToken);
            variants.AddRange(data.Product?.Variants.Items ?? []);
            after = data.Product?.Variants.NextCursor;
        }
        return node with { Variants = new() { Items = variants } };
    }

    private static string? Since(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("'updated_at:>=\"'yyyy-MM-dd'T'HH:mm:ss'Z\"'", CultureInfo.InvariantCulture);
}
