using Reva.Connections.Tests.Parts;
using Reva.Core.Catalog;
using Reva.Grains.Stores;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Shopify;

public sealed class DemoStoreTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private Connected _reva = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        _reva = Connected.ToShop(_sandbox.Url);
    }

    public async Task DisposeAsync()
    {
        await _reva.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task The_demo_shop_is_read_whole_and_understood()
    {
        var products = await AllAsync<Product>(cursor => _reva.Source.ProductsAsync("demo", cursor, null, default));

        Assert.True(products.Count >= 200, $"only {products.Count} products");
        Assert.Equal(products.Count, products.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(products, p => Assert.DoesNotContain("<", p.Description, StringComparison.Ordinal));
        Assert.All(products.SelectMany(p => p.Variants).Where(v => v.Options.Any(o => o.Name.StartsWith("Colo", StringComparison.Ordinal))), v => Assert.NotNull(v.Color));
        Assert.All(products.SelectMany(p => p.Variants).Where(v => v.Options.Any(o => o.Name.Contains("ize", StringComparison.Ordinal))), v => Assert.NotNull(v.Size));
    }

    [Fact]
    public async Task Its_pages_and_policies_are_there_too()
    {
        var content = await AllAsync<ContentPage>(cursor => _reva.Source.ContentAsync("demo", cursor, default));

        Assert.True(content.Count(c => c.Kind == "page") >= 25);
        Assert.Contains(content, c => c is { Kind: "policy", Url: "https://small.example/policies/refund-policy" });
    }

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<SourcePage<T>>> read)
    {
        var items = new List<T>();
        string? cursor = null;
        do
        {
            var page = await read(cursor);
            items.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return items;
    }
}
