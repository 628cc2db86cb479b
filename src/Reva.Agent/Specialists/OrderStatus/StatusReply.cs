using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>Says where an order stands, in the tone that fits: fact first, then what it means, then one next step.</summary>
internal static class StatusReply
{
    public static Reply Of(Order order, TurnContext turn)
    {
        var standing = order.Standing(turn.Input.Now);
        var parcel = order.Foremost(turn.Input.Now);
        return standing switch
        {
            OrderStanding.NotYetShipped => NotYetShipped(order, turn),
            OrderStanding.PartlyShipped => PartlyShipped(order, parcel, turn),
            OrderStanding.Shipped => Shipped(order, parcel, turn),
            OrderStanding.OutForDelivery => OutForDelivery(order, parcel, turn),
            OrderStanding.DeliveryAttempted => Attempted(order, parcel, turn),
            OrderStanding.Delayed => Delayed(order, parcel, turn),
            OrderStanding.Delivered => Delivered(order, parcel, turn),
            OrderStanding.Cancelled => Cancelled(order, turn),
            _ => Refunded(order, turn),
        };
    }

    private static Reply NotYetShipped(Order order, TurnContext turn) => new()
    {
        Text = turn.Wording.Pick(
            $"{Named(order)} hasn't shipped yet. We received it {On(order.PlacedAt, turn)} with {Items(order)}; the tracking link comes by e-mail as soon as it leaves us.",
            $"{Named(order)} is still being prepared: {Items(order)}, ordered {On(order.PlacedAt, turn)}. You'll get a tracking link by e-mail the moment it ships.",
            $"Not shipped yet. {Named(order)} from {Day(order.PlacedAt, turn)} ({Items(order)}) is in preparation, and tracking follows by e-mail when it's handed over."),
        QuickReplies = ["Change the address", "Cancel the order"],
    };

    private static Reply PartlyShipped(Order order, Fulfillment? parcel, TurnContext turn)
    {
        var waiting = ListText.Join([.. order.Lines.Where(l => l.Unfulfilled > 0).Select(l => OrderView.LineText(l with { Quantity = l.Unfulfilled }))]);
        return parcel?.DeliveredAt is { } at
            ? $"Part of {Lower(order)}{Contents(parcel)} was delivered {On(at, turn)}{By(parcel)}. Still to be shipped: {waiting}."
            : $"Part of {Lower(order)} is on its way{Contents(parcel)}{Expected(parcel, turn, ", expected ")}. {Tracking(parcel)} Still to be shipped: {waiting}.";
    }

    private static Reply Shipped(Order order, Fulfillment? parcel, TurnContext turn) => turn.Wording.Pick(
        $"{Named(order)} is on its way{Expected(parcel, turn, " and should reach you ")}. {Tracking(parcel)}",
        $"It's on the road: {Lower(order)} ({Items(order)}) left us {On(parcel!.CreatedAt, turn)}{Expected(parcel, turn, " and is expected ")}. {Tracking(parcel)}",
        $"Good news, {Lower(order)} has shipped{Expected(parcel, turn, "; the carrier expects to deliver it ")}. {Tracking(parcel)}");

    private static Reply OutForDelivery(Order order, Fulfillment? parcel, TurnContext turn) => turn.Wording.Pick(
        $"It's out for delivery and should reach you today. {Tracking(parcel)}",
        $"{Named(order)} is with the driver now, so expect it today. {Tracking(parcel)}",
        $"Today's the day: {Lower(order)} is out for delivery. {Tracking(parcel)}");

    private static Reply Attempted(Order order, Fulfillment? parcel, TurnContext turn) => new()
    {
        Text = $"{parcel?.Carrier ?? "The carrier"} tried to deliver {Lower(order)} but couldn't hand it over. {Tracking(parcel)} On that page you can usually book a new delivery or find the pick-up point.",
        QuickReplies = ["Talk to a person"],
    };

    private static Reply Delayed(Order order, Fulfillment? parcel, TurnContext turn)
    {
        var promise = parcel?.EstimatedDeliveryAt is { } expected
            ? expected < turn.Input.Now ? $" It was due {On(expected, turn)}." : $" The new estimate is {Day(expected, turn)}."
            : "";
        return new Reply
        {
            Text = turn.Wording.Pick("I'm sorry, ", "Sorry about this: ") + $"{Lower(order)} is delayed on its way to you.{promise} {Tracking(parcel)} If it doesn't move soon, I can bring in the team to chase it.",
            QuickReplies = ["Ask the team to chase it"],
        };
    }

    private static Reply Delivered(Order order, Fulfillment? parcel, TurnContext turn)
    {
        var when = parcel?.DeliveredAt is { } at ? " " + On(at, turn) : "";
        return new Reply
        {
            Text = turn.Wording.Pick(
                $"{Named(order)} was delivered{when}{By(parcel)}. If you can't find it, look with neighbours and at the front desk first; if it's still missing, tell me and I'll bring in the team.",
                $"The carrier reports {Lower(order)} as delivered{when}{By(parcel)}. Not there? Tell me and I'll get the team to look into it."),
            QuickReplies = ["I didn't get it", "Return something"],
        };
    }

    private static Reply Cancelled(Order order, TurnContext turn)
    {
        var money = order.Refunded.Amount > 0
            ? $" {Sum(order, turn, "The money")} {(order.RefundedAt is { } at ? $"was paid back {On(at, turn)}" : "was paid back")} to your original payment method."
            : order.FinancialStatus is "VOIDED" or "PENDING" or "AUTHORIZED" ? " You weren't charged for it." : " I don't see a refund for it yet; shall I ask the team about it?";
        var why = order.CancelReason switch { "CUSTOMER" => " at your request", "INVENTORY" => " because something in it was out of stock", "DECLINED" => " because the payment didn't go through", _ => "" };
        return $"{Named(order)} was cancelled {On(order.CancelledAt!.Value, turn)}{why}.{money}";
    }

    private static Reply Refunded(Order order, TurnContext turn) =>
        $"{Named(order)} has been refunded: {Sum(order, turn, "the money")} went back to your original payment method{(order.RefundedAt is { } at ? " " + On(at, turn) : "")}. Banks can take a few days to show it.";

    private static string Sum(Order order, TurnContext turn, string otherwise) => AspectReply.MaySaySums(turn) ? order.Refunded.ToText() : otherwise;

    private static string Named(Order order) => $"Your order **{order.Number}**";

    private static string Lower(Order order) => $"your order **{order.Number}**";

    private static string Items(Order order) => ListText.Join([.. order.Lines.Select(OrderView.LineText)], most: 3);

    private static string Contents(Fulfillment? parcel) => parcel is { Contents.IsEmpty: false } ? $" ({ListText.Join(parcel.Contents, most: 3)})" : "";

    private static string Day(DateTimeOffset when, TurnContext turn) => DateText.Day(when, turn.Input.Now, turn.Input.Store.TimeZone);

    private static string On(DateTimeOffset when, TurnContext turn) => DateText.OnDay(when, turn.Input.Now, turn.Input.Store.TimeZone);

    private static string Expected(Fulfillment? parcel, TurnContext turn, string before) =>
        parcel?.EstimatedDeliveryAt is { } expected ? before + On(expected, turn) : "";

    private static string By(Fulfillment? parcel) => parcel switch
    {
        { Carrier: { } carrier, TrackingNumber: { } number, TrackingUrl: { } url } => $" by {carrier} ([{number}]({url}))",
        { Carrier: { } carrier } => $" by {carrier}",
        _ => "",
    };

    private static string Tracking(Fulfillment? parcel) => parcel switch
    {
        { TrackingNumber: { } number, TrackingUrl: { } url } => $"{parcel.Carrier ?? "The carrier"} has it: [{number}]({url}).",
        { TrackingNumber: { } number } => $"{parcel.Carrier ?? "The carrier"} has it under {number}.",
        { Carrier: { } carrier } => $"It's with {carrier}; there is no tracking number for it.",
        _ => "There is no tracking number for it.",
    };
}
