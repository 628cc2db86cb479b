using Reva.Connections.Tests.Parts;
using Reva.Core.Catalog;
using Reva.Sandbox;
using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Connections.Tests.Shopify;

public sealed class SyncTests
{
    [Fact]
    public async Task Paging_takes_each_product_once_with_all_its_variants()
    {
        using var folder = new StoreFolder(StoreFolder.ManyProducts(23));
        await using var sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = folder.Directory });
        await using var reva = Connected.ToShop(sandbox.Url, settings: ("Shopify:ProductsPerPage", "4"));

        var products = await AllAsync(reva);

        Assert.Equal(Enumerable.Range(1, 23).Select(i => $"gid://shopify/Product/{i}"), products.Select(p => p.Id));
        Assert.Equal(120, products.Single(p => p.Handle == "wide").Variants.Select(v => v.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_sync_of_a_throttled_shop_takes_its_time_and_finishes()
    {
        using var folder = new StoreFolder(StoreFolder.ManyProducts(23));
        await using var sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = folder.Directory, CostLimits = new CostLimits(400, 1500) });
        await using var first = Connected.ToShop(sandbox.Url, settings: ("Shopify:ProductsPerPage", "4"));
        await using var second = Connected.ToShop(sandbox.Url, settings: ("Shopify:ProductsPerPage", "4"));

        // Two processes share one bucket and know nothing of each other, so some queries are turned away.
        var both = await Task.WhenAll(AllAsync(first), AllAsync(second));

        Assert.All(both, products => Assert.Equal(23, products.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public async Task A_page_that_is_too_dear_is_asked_for_in_halves()
    {
        using var folder = new StoreFolder(StoreFolder.ManyProducts(6));
        await using var sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = folder.Directory });
        await using var road = await UnreliableRoad.ToAsync(sandbox.Url);
        await using var reva = Connected.ToShop(road.Url, settings: ("Shopify:ProductsPerPage", "8"));
        var tooDear = UnreliableRoad.Body("""{"errors":[{"message":"Query cost is 2000","extensions":{"code":"MAX_COST_EXCEEDED"}}]}""");
        road.Next(tooDear, tooDear);

        var page = await reva.Source.ProductsAsync("demo", null, null, default);

        Assert.Equal(2, page.Items.Length);
        Assert.NotNull(page.NextCursor);
    }

    [Fact]
    public async Task Only_what_changed_is_read_when_asked_so()
    {
        using var folder = new StoreFolder("""
            [{ "id": 1, "handle": "old", "title": "Old", "updatedAt": "-9d", "variants": [{ "id": 11, "price": 1 }] },
             { "id": 2, "handle": "new", "title": "New", "updatedAt": "-1d", "variants": [{ "id": 21, "price": 1 }] }]
            """);
        await using var sandbox = await SandboxHost.StartAsync(new() { StoreDirectory = folder.Directory });
        await using var reva = Connected.ToShop(sandbox.Url);

        var page = await reva.Source.ProductsAsync("demo", null, DateTimeOffset.UtcNow.AddDays(-5), default);

        Assert.Equal("new", Assert.Single(page.Items).Handle);
    }

    private static async Task<List<Product>> AllAsync(Connected reva)
    {
        var products = new List<Product>();
        string? cursor = null;
        do
        {
            var page = await reva.Source.ProductsAsync("demo", cursor, null, default);
            products.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return products;
    }
}
