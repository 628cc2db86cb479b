using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.Shopify.Actions;

/// <summary>Tests that act on a shop, which is a fresh one for each.</summary>
public abstract class OnAShop : IAsyncLifetime
{
    private protected ActingShop Shop { get; private set; } = null!;

    public async Task InitializeAsync() => Shop = await ActingShop.OpenAsync();

    public async Task DisposeAsync() => await Shop.DisposeAsync();
}
