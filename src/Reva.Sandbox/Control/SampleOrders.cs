using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control;

/// <summary>An order that shows a state.</summary>
internal sealed record SampleOrder(string Number, string Email, string Status);

/// <summary>Orders to try the demo with: up to two for each state that the store has.</summary>
internal static class SampleOrders
{
    public static IReadOnlyList<SampleOrder> Of(ShopStore store) =>
        [.. store.Orders.All.OrderByDescending(o => o.CreatedAt).GroupBy(StatusOf).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.Take(2).Select(o => new SampleOrder(o.Name, o.Email, g.Key)))];

    /// <summary>What a shopper would call the state of an order.</summary>
    public static string StatusOf(Order order)
    {
        if (order.FinancialStatus == "REFUNDED")
            return order.CancelledAt is null ? "refunded" : "cancelled";
        if (order.CancelledAt is not null)
            return "cancelled";
        return order.Fulfillments.LastOrDefault(f => f.Status == "SUCCESS")?.DisplayStatus switch
        {
            "DELIVERED" or "PICKED_UP" => "delivered",
            "OUT_FOR_DELIVERY" => "out_for_delivery",
            "DELAYED" or "ATTEMPTED_DELIVERY" or "NOT_DELIVERED" => "delayed",
            null when order.Fulfillments.Count == 0 => "not_yet_shipped",
            "LABEL_PRINTED" or "LABEL_PURCHASED" or "CONFIRMED" => "not_yet_shipped",
            _ when order.FulfillmentStatus == "PARTIALLY_FULFILLED" => "partly_shipped",
            _ => "shipped",
        };
    }
}
