using System.Collections.Concurrent;
using Reva.Connections.Shopify.Admin;

namespace Reva.Connections.Shopify.Actions;

/// <summary>The currency that a shop keeps its books in. Asked for once: a shop that has sold something cannot change it. Thread safe.</summary>
internal sealed class ShopCurrency(ShopifyAdmin admin)
{
    private static readonly ShopifyQuery Query = ShopifyQuery.Load("shop-currency");

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>ISO 4217 code.</summary>
    public async ValueTask<string> OfAsync(ShopifyStore store, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(store.StoreId, out var known))
            return known;
        var data = await admin.AskAsync<CurrencyData>(store, Query, new { }, Urgency.Shopper, cancellationToken);
        return _known[store.StoreId] = data.Shop.CurrencyCode;
    }

    private sealed record CurrencyData(CurrencyShop Shop);

    private sealed record CurrencyShop(string CurrencyCode);
}
