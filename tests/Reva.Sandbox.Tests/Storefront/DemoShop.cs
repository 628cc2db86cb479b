using System.Text.RegularExpressions;
using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Tests.Storefront;

/// <summary>The demo shop over HTTP, and what its folder holds.</summary>
public sealed partial class DemoShop : IAsyncLifetime
{
    private SandboxHost? _host;

    public HttpClient Http { get; } = new();

    internal ShopStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync();
        Http.BaseAddress = new Uri(_host.Url);
        var now = TimeProvider.System.GetUtcNow();
        Store = new StoreFolder(Path.Combine(AppContext.BaseDirectory, "DemoStore"), now, now).Load();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
    }

    internal static string Plain(string html) => Tags().Replace(html, " ").Trim();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tags();
}

[CollectionDefinition(Name)]
public sealed class DemoShopPages : ICollectionFixture<DemoShop>
{
    public const string Name = "demo shop";
}
