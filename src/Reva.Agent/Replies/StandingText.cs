using Reva.Core.Orders;

namespace Reva.Agent.Replies;

/// <summary>Where an order stands, in a few words.</summary>
public static class StandingText
{
    /// <summary>'on its way'.</summary>
    public static string Short(OrderStanding standing) => standing switch
    {
        OrderStanding.NotYetShipped => "not yet shipped",
        OrderStanding.PartlyShipped => "partly shipped",
        OrderStanding.Shipped => "on its way",
        OrderStanding.OutForDelivery => "out for delivery",
        OrderStanding.DeliveryAttempted => "waiting for another delivery attempt",
        OrderStanding.Delayed => "delayed",
        OrderStanding.Delivered => "delivered",
        OrderStanding.Cancelled => "cancelled",
        _ => "refunded",
    };
}
