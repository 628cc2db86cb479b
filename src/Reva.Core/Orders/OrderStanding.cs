namespace Reva.Core.Orders;

/// <summary>Where an order stands, in a shopper's words.</summary>
public enum OrderStanding
{
    /// <summary>Placed, nothing handed over yet.</summary>
    NotYetShipped,
    /// <summary>A part is on its way, the rest not yet shipped.</summary>
    PartlyShipped,
    /// <summary>On its way.</summary>
    Shipped,
    /// <summary>With the driver.</summary>
    OutForDelivery,
    /// <summary>The carrier came and nobody took it.</summary>
    DeliveryAttempted,
    /// <summary>Later than promised, by the carrier's word or by the calendar.</summary>
    Delayed,
    /// <summary>Delivered.</summary>
    Delivered,
    /// <summary>Cancelled.</summary>
    Cancelled,
    /// <summary>All of the money was paid back.</summary>
    Refunded,
}

/// <summary>Tells where an order stands.</summary>
public static class OrderStandings
{
    /// <summary>
    /// Where <paramref name="order"/> stands at <paramref name="now"/>. A cancelled order is cancelled even when refunded;
    /// with several parcels the least advanced one on its way speaks, and trouble before progress.
    /// </summary>
    public static OrderStanding Standing(this Order order, DateTimeOffset now)
    {
        if (order.CancelledAt is not null)
            return OrderStanding.Cancelled;
        if (order.FinancialStatus == "REFUNDED")
            return OrderStanding.Refunded;
        if (order.Fulfillments.IsEmpty || order.Fulfillments.All(f => f.DisplayStatus is "LABEL_PRINTED" or "LABEL_PURCHASED" or "CONFIRMED" or "SUBMITTED"))
            return OrderStanding.NotYetShipped;
        if (order.Fulfillments.Any(f => f.IsLate(now)))
            return OrderStanding.Delayed;
        if (order.Fulfillments.Any(f => f.DisplayStatus is "ATTEMPTED_DELIVERY" or "NOT_DELIVERED" or "FAILURE"))
            return OrderStanding.DeliveryAttempted;
        if (order.Fulfillments.Any(f => f.DisplayStatus == "OUT_FOR_DELIVERY"))
            return OrderStanding.OutForDelivery;
        if (order.Lines.Any(l => l.Unfulfilled > 0))
            return OrderStanding.PartlyShipped;
        return order.Fulfillments.All(f => f.IsDelivered()) ? OrderStanding.Delivered : OrderStanding.Shipped;
    }

    /// <summary>The parcel that <see cref="Standing"/> speaks of; null before the first.</summary>
    public static Fulfillment? Foremost(this Order order, DateTimeOffset now) =>
        order.Fulfillments.FirstOrDefault(f => f.IsLate(now))
        ?? order.Fulfillments.FirstOrDefault(f => f.DisplayStatus is "ATTEMPTED_DELIVERY" or "NOT_DELIVERED" or "FAILURE")
        ?? order.Fulfillments.FirstOrDefault(f => f.DisplayStatus == "OUT_FOR_DELIVERY")
        ?? order.Fulfillments.FirstOrDefault(f => !f.IsDelivered())
        ?? order.Fulfillments.LastOrDefault();

    private static bool IsDelivered(this Fulfillment parcel) => parcel.DeliveredAt is not null || parcel.DisplayStatus is "DELIVERED" or "PICKED_UP";

    // A day of grace: carriers scan late, and a shopper told 'delayed' too early writes twice.
    private static bool IsLate(this Fulfillment parcel, DateTimeOffset now) =>
        parcel.DisplayStatus == "DELAYED"
        || (!parcel.IsDelivered() && parcel.DisplayStatus is "IN_TRANSIT" && parcel.EstimatedDeliveryAt is { } expected && now > expected.AddDays(1));
}
