using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Ports;
using Reva.Grains.Stores;

namespace Reva.Connections.Tests.Parts;

/// <summary>Reva's connections as the server registers them, from settings.</summary>
internal sealed class Connected : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Connected(IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddLogging();
        if (time is not null)
            services.AddSingleton(time);
        services.AddSingleton<IModelLedger>(Ledger);
        services.AddRevaConnections(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider();
    }

    public PaperLedger Ledger { get; } = new();

    public IOrders Orders => Get<IOrders>();

    public IShopSource Source => Get<IShopSource>();

    public ILanguageModels Models => Get<ILanguageModels>();

    public static Connected ToShop(string url, TimeProvider? time = null, params (string Key, string Value)[] settings) => new(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Stores:demo:Shopify:ShopUrl"] = url,
            ["Stores:demo:Shopify:StorefrontUrl"] = "https://small.example",
            ["Stores:demo:Shopify:AccessToken"] = Reva.Sandbox.SandboxOptions.DefaultAccessToken,
        }.Concat(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))), time);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
