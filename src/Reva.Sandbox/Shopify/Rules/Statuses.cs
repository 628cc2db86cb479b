using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Rules;

/// <summary>The words for the state of an order, worked out from what happened to it.</summary>
internal static class Statuses
{
    /// <summary>The order with the words that fit its money and its parcels.</summary>
    public static Order Settle(Order order) => order with { FinancialStatus = Financial(order), FulfillmentStatus = Fulfillment(order) };

    /// <summary>Where the returns of an order stand.</summary>
    public static string Returns(Order order) =>
        order.Returns.Any(r => r.Status == "OPEN") ? "IN_PROGRESS"
        : order.Returns.Any(r => r.Status == "REQUESTED") ? "RETURN_REQUESTED"
        : order.Returns.Any(r => r.Status == "CLOSED" && r.Lines.Any(l => l.Processed > 0)) ? "RETURNED"
        : order.Returns.Any(r => r.Status == "DECLINED") ? "RETURN_FAILED"
        : "NO_RETURN";

    /// <summary>Why the items of an order cannot be edited; none when they can.</summary>
    public static IReadOnlyList<string> EditObstacles(Order order) =>
    [
        .. order.CancelledAt is null ? Array.Empty<string>() : ["The order is cancelled."],
        .. order.FulfillmentStatus == "FULFILLED" ? ["The order is fulfilled."] : Array.Empty<string>(),
        .. order.ClosedAt is null ? Array.Empty<string>() : ["The order is archived."],
    ];

    private static string Financial(Order order)
    {
        if (order.Received == 0)
            return order.CancelledAt is null ? order.FinancialStatus : "VOIDED";
        if (order.Refunded >= order.Received)
            return "REFUNDED";
        if (order.Outstanding > 0)
            return "PARTIALLY_PAID";
        return order.Refunds.Any(r => r is { Rebooked: false, Amount: > 0 }) ? "PARTIALLY_REFUNDED" : "PAID";
    }

    // Words that the warehouse chose (on hold, scheduled …) stay until something was sent.
    private static string Fulfillment(Order order)
    {
        var sent = order.LineItems.Sum(order.FulfilledOf);
        var open = order.LineItems.Sum(order.UnfulfilledOf);
        return sent == 0 ? order.FulfillmentStatus : open == 0 ? "FULFILLED" : "PARTIALLY_FULFILLED";
    }
}
