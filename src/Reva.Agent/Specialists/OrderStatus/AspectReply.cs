using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>Answers one question about an order that has been told of already: its items, day, carrier, price.</summary>
internal static class AspectReply
{
    /// <summary>The answer; null when the whole status is the better one.</summary>
    public static string? Of(Order order, OrderAspect aspect, TurnContext turn) => aspect switch
    {
        OrderAspect.Items => $"Order **{order.Number}** holds {ListText.Join([.. order.Lines.Select(OrderView.LineText)], most: 10)}{(MaySaySums(turn) ? $", {order.Total.ToText()} in all" : "")}. It's {StandingText.Short(order.Standing(turn.Input.Now))}.",
        OrderAspect.Placed => $"You placed order **{order.Number}** {On(order.PlacedAt, turn)}.",
        OrderAspect.Total when !MaySaySums(turn) => $"I only tell sums to who placed the order: give me the e-mail address of order **{order.Number}**, or ask me for a code by mail.",
        OrderAspect.Total => $"Order **{order.Number}** came to {order.Total.ToText()}{Shipping(order)}{Refunded(order)}.",
        OrderAspect.Destination => order.Destination is { Length: > 0 } place
            ? $"Order **{order.Number}** goes to {place}. For the street, look into your confirmation e-mail: I don't show addresses here."
            : null,
        OrderAspect.Carrier => Carrier(order, turn),
        OrderAspect.Arrival => Arrival(order, turn),
        OrderAspect.Rest => Rest(order, turn),
        _ => null,
    };

    /// <summary>Whether what was paid may be told: name and postcode open where an order is, and no more.</summary>
    internal static bool MaySaySums(TurnContext turn) => turn.Level != VerificationLevel.NameAndPostcode;

    private static string? Carrier(Order order, TurnContext turn) => order.Foremost(turn.Input.Now) switch
    {
        { Carrier: { } carrier, TrackingNumber: { } number, TrackingUrl: { } url } => $"{carrier} {(IsOver(order, turn) ? "brought" : "is bringing")} order **{order.Number}**; the tracking number is [{number}]({url}).",
        { Carrier: { } carrier, TrackingNumber: { } number } => $"{carrier}, tracking number {number}.",
        { Carrier: { } carrier } => $"It's with {carrier}; there is no tracking number for it.",
        null => $"Order **{order.Number}** hasn't been handed to a carrier yet. The tracking link comes by e-mail when it is.",
        _ => null,
    };

    private static string? Arrival(Order order, TurnContext turn)
    {
        var standing = order.Standing(turn.Input.Now);
        var parcel = order.Foremost(turn.Input.Now);
        return (standing, parcel?.EstimatedDeliveryAt) switch
        {
            (OrderStanding.Shipped or OrderStanding.PartlyShipped, { } day) when day > turn.Input.Now && parcel?.DeliveredAt is null
                => turn.Wording.Pick($"The carrier expects to deliver it {On(day, turn)}.", $"It's expected {On(day, turn)}.") + Link(parcel),
            (OrderStanding.NotYetShipped, _) => $"I don't have a delivery day yet: order **{order.Number}** hasn't shipped. The day comes with the tracking link, by e-mail.",
            _ => null,
        };
    }

    private static string? Rest(Order order, TurnContext turn)
    {
        if (order.Standing(turn.Input.Now) != OrderStanding.PartlyShipped)
            return null;
        var waiting = ListText.Join([.. order.Lines.Where(l => l.Unfulfilled > 0).Select(OrderView.LineText)]);
        return $"Still to come of order **{order.Number}**: {waiting}. It hasn't shipped, so there is no delivery day for it yet; its own tracking link comes by e-mail when it leaves us.";
    }

    private static bool IsOver(Order order, TurnContext turn) => order.Standing(turn.Input.Now) == OrderStanding.Delivered;

    private static string Link(Fulfillment? parcel) => parcel is { TrackingNumber: { } number, TrackingUrl: { } url } ? $" You can follow it here: [{number}]({url})." : "";

    private static string Shipping(Order order) => order.Shipping switch
    {
        { Amount: > 0 } shipping => $", {shipping.ToText()} of it for shipping",
        { } => ", with free shipping",
        null => "",
    };

    private static string Refunded(Order order) => order.Refunded.Amount > 0 ? $"; {order.Refunded.ToText()} has been paid back" : "";

    private static string On(DateTimeOffset when, TurnContext turn) => DateText.OnDay(when, turn.Input.Now, turn.Input.Store.TimeZone);
}
