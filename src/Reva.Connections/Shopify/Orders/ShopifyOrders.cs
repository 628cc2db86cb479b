using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Orders;

/// <summary>Orders straight from the shop: a shopper hears what is true now, not what was true at the last sync.</summary>
internal sealed class ShopifyOrders(ShopifyAdmin admin) : IOrders
{
    // A page of fifty would take half of a small shop's points.
    private const int MostAtOnce = 30;

    // The search also brings near hits (1001-A for 1001); the exact one is picked from the first few, and only that one is read in full.
    private static readonly ShopifyQuery Numbers = ShopifyQuery.Load("order-numbers");
    private static readonly ShopifyQuery Search = ShopifyQuery.Load("orders", "order-fields", "address-fields");
    private static readonly ShopifyQuery One = ShopifyQuery.Load("order", "order-fields", "address-fields");

    public async Task<Order?> FindAsync(string storeId, string number, CancellationToken cancellationToken)
    {
        if (OrderSearch.Number(number) is not { } wanted)
            return null;
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var data = await admin.AskAsync<OrderNumbersData>(store, Numbers, new { query = OrderSearch.ByNumber(wanted) }, Urgency.Shopper, cancellationToken);
        var found = data.Orders.Items.FirstOrDefault(order => string.Equals(OrderSearch.Number(order.Name), wanted, StringComparison.OrdinalIgnoreCase));
        return found is null ? null : await ReadAsync(store, found.Id, cancellationToken);
    }

    public async Task<ImmutableArray<Order>> OfCustomerAsync(string storeId, string email, int take, CancellationToken cancellationToken)
    {
        if (OrderSearch.Email(email) is not { } wanted)
            return [];
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var page = new { first = Math.Clamp(take, 1, MostAtOnce), query = OrderSearch.ByEmail(wanted) };
        var data = await admin.AskAsync<OrdersData>(store, Search, page, Urgency.Shopper, cancellationToken);
        return [.. data.Orders.Items.Select(node => OrderMapping.Order(node, store)).Where(order => string.Equals(order.Email, wanted, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The order with this global id; null when there is none.</summary>
    public async Task<Order?> ReadAsync(ShopifyStore store, string orderId, CancellationToken cancellationToken)
    {
        if (!ShopifyIds.Is("Order", orderId))
            return null;
        var data = await admin.AskAsync<OrderData>(store, One, new { id = orderId }, Urgency.Shopper, cancellationToken);
        return data.Order is { } node ? OrderMapping.Order(node, store) : null;
    }
}
