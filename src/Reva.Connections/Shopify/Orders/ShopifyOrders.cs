using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Orders;

/// <summary>Orders straight from the shop: a shopper hears what is true now, not what was true at the last sync.</summary>
internal sealed class ShopifyOrders(ShopifyAdmin admin) : IOrders
{
    // The search also brings near hits (1001-A for 1001); the exact one is picked from the first few.
    private const int Candidates = 5;

    // A page of fifty would take half of a small shop's points.
    private const int MostAtOnce = 30;

    private static readonly ShopifyQuery Search = ShopifyQuery.Load("orders", "order-fields", "address-fields");
    private static readonly ShopifyQuery One = ShopifyQuery.Load("order", "order-fields", "address-fields");

    public async Task<Order?> FindAsync(string storeId, string number, CancellationToken cancellationToken)
    {
        if (OrderSearch.Number(number) is not { } wanted)
            return null;
        var orders = await SearchAsync(storeId, OrderSearch.ByNumber(wanted), Candidates, cancellationToken);
        return orders.FirstOrDefault(order => string.Equals(OrderSearch.Number(order.Number), wanted, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<ImmutableArray<Order>> OfCustomerAsync(string storeId, string email, int take, CancellationToken cancellationToken)
    {
        if (OrderSearch.Email(email) is not { } wanted)
            return [];
        var orders = await SearchAsync(storeId, OrderSearch.ByEmail(wanted), Math.Clamp(take, 1, MostAtOnce), cancellationToken);
        return [.. orders.Where(order => string.Equals(order.Email, wanted, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The order with this global id; null when there is none.</summary>
    public async Task<Order?> ReadAsync(ShopifyStore store, string orderId, CancellationToken cancellationToken)
    {
        if (!ShopifyIds.Is("Order", orderId))
            return null;
        var data = await admin.AskAsync<OrderData>(store, One, new { id = orderId }, Urgency.Shopper, cancellationToken);
        return data.Order is { } node ? OrderMapping.Order(node, store) : null;
    }

    private async Task<IEnumerable<Order>> SearchAsync(string storeId, string query, int first, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var data = await admin.AskAsync<OrdersData>(store, Search, new { first, query }, Urgency.Shopper, cancellationToken);
        return data.Orders.Items.Select(node => OrderMapping.Order(node, store));
    }
}
