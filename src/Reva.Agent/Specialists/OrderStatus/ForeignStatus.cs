using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>Says where an order stands in the shopper's own language, where its phrases are known.</summary>
internal static class ForeignStatus
{
    /// <summary>The answer; null in English and in languages without phrases.</summary>
    public static Reply? Of(Order order, TurnContext turn)
    {
        if (turn.Phrases is not { } phrases)
            return null;
        var parcel = order.Foremost(turn.Input.Now);
        var number = ("number", order.Number);
        var tracking = ("tracking", Tracking(parcel, phrases));
        return Reply.Native(order.Standing(turn.Input.Now) switch
        {
            OrderStanding.NotYetShipped => phrases.Say("not_shipped", number, ("placed", On(order.PlacedAt, turn)), ("items", Items(order.Lines, phrases))),
            OrderStanding.PartlyShipped => phrases.Say("partly_shipped", number, tracking, ("waiting", Items(order.Lines.Where(l => l.Unfulfilled > 0), phrases))),
            OrderStanding.Shipped => phrases.Say("shipped", number, tracking, ("expected", parcel?.EstimatedDeliveryAt is { } day ? " " + phrases.Say("expected", ("date", On(day, turn))) : "")),
            OrderStanding.OutForDelivery => phrases.Say("out_for_delivery", number, tracking),
            OrderStanding.DeliveryAttempted => phrases.Say("attempted", number, tracking),
            OrderStanding.Delayed => phrases.Say("delayed", number, tracking),
            OrderStanding.Delivered => phrases.Say("delivered", number, tracking, ("when", parcel?.DeliveredAt is { } at ? " " + On(at, turn) : "")),
            OrderStanding.Cancelled => phrases.Say("cancelled", number, ("date", On(order.CancelledAt!.Value, turn)), ("money", order.Refunded.Amount > 0 ? " " + Sum("money", order, turn) : "")),
            _ => Sum("refunded", order, turn, number),
        });
    }

    // Who proved no more than name and postcode hears that money went back, not how much.
    private static string Sum(string phrase, Order order, TurnContext turn, params ReadOnlySpan<(string Place, string Value)> values) => AspectReply.MaySaySums(turn)
        ? turn.Phrases!.Say(phrase, [.. values, ("amount", order.Refunded.ToText())])
        : turn.Phrases!.Say(phrase + "_untold", values);

    private static string On(DateTimeOffset when, TurnContext turn) => turn.Phrases!.OnDay(when, turn.Input.Now, turn.Input.Store.TimeZone);

    private static string Items(IEnumerable<OrderLine> lines, Phrases phrases) => ListText.Join([.. lines.Select(OrderView.LineText)], phrases.Say("and"), most: 10);

    private static string Tracking(Fulfillment? parcel, Phrases phrases) => parcel switch
    {
        { TrackingNumber: { } number, TrackingUrl: { } url } => phrases.Say("tracking", ("carrier", parcel.Carrier ?? "–"), ("link", $"[{number}]({url})")),
        { TrackingNumber: { } number } => phrases.Say("tracking", ("carrier", parcel.Carrier ?? "–"), ("link", number)),
        _ => phrases.Say("no_tracking"),
    };
}
