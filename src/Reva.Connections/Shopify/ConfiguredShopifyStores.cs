using Microsoft.Extensions.Configuration;

namespace Reva.Connections.Shopify;

/// <summary>Stores from the configuration: <c>Stores:{id}:Shopify:{ShopUrl, StorefrontUrl, AccessToken}</c>. Read once.</summary>
internal sealed class ConfiguredShopifyStores : IShopifyStores
{
    private readonly Dictionary<string, ShopifyStore> _stores;

    /// <summary>Throws <see cref="InvalidOperationException"/> with the key to mend when an entry is wrong.</summary>
    public ConfiguredShopifyStores(IConfiguration configuration) =>
        _stores = configuration.GetSection("Stores").GetChildren()
            .Where(store => store.GetSection("Shopify").Exists())
            .ToDictionary(store => store.Key, Read, StringComparer.Ordinal);

    public ValueTask<ShopifyStore?> FindAsync(string storeId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_stores.GetValueOrDefault(storeId));

    private static ShopifyStore Read(IConfigurationSection store)
    {
        var shopify = store.GetSection("Shopify");
        var shop = Address(shopify, "ShopUrl") ?? throw Missing(shopify, "ShopUrl");
        var token = shopify["AccessToken"] is { Length: > 0 } given ? given : throw Missing(shopify, "AccessToken");
        return new(store.Key, shop, Address(shopify, "StorefrontUrl") ?? shop, token);
    }

    private static Uri? Address(IConfigurationSection section, string key)
    {
        if (section[key] is not { Length: > 0 } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new InvalidOperationException($"{section.Path}:{key} is '{text}': give an absolute http or https address.");
    }

    private static InvalidOperationException Missing(IConfigurationSection section, string key) =>
        new($"{section.Path}:{key} is missing: the shop cannot be reached without it.");
}
