using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>Only what has arrived can come back, and only once.</summary>
internal static class Delivery
{
    public const string NotDelivered = "not_delivered";

    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order || request.Action.Kind is not (ActionKind.ReturnItems or ActionKind.ExchangeItems))
            yield break;
        if (order.Returns.LastOrDefault(Counts) is { } earlier && request.Policies.OneReturn)
            yield return Finding.Deny("one_return", $"Order {order.Number} already has the return {earlier.Number}, and it takes only one.");
        foreach (var (line, quantity) in NamedPieces.PerLine(request))
        {
            if (quantity > line.Returnable)
                yield return Held(order, line) > 0 && line.Returnable + Held(order, line) >= line.Current() ? AlreadyReturned(line) : NotYet(line);
            else if (IsAllAwaited(order))
                yield return NotYet(line);
        }
        if (!order.Fulfillments.Any(IsDelivered) && !IsAllAwaited(order))
            yield return Finding.Approve("delivery_unknown", "The carrier hasn't told us that it arrived, so someone from the shop takes a look first.");
    }

    /// <summary>When the last parcel arrived; where the carrier did not say, when it was handed over, which is earlier.</summary>
    public static (DateTimeOffset At, bool Certain) Arrived(Order order)
    {
        var delivered = order.Fulfillments.Where(IsDelivered).ToArray();
        var told = delivered.Where(f => f.DeliveredAt is not null).ToArray();
        return told.Length > 0 && told.Length == delivered.Length ? (told.Max(f => f.DeliveredAt!.Value), true)
            : (order.Fulfillments.Select(f => f.DeliveredAt ?? f.CreatedAt).Append(order.PlacedAt).Max(), false);
    }

    /// <summary>Whether a parcel has arrived.</summary>
    public static bool IsDelivered(Fulfillment parcel) => parcel.DeliveredAt is not null || parcel.DisplayStatus is "DELIVERED" or "PICKED_UP";

    /// <summary>Whether a parcel is on its way.</summary>
    public static bool IsUnderWay(Fulfillment parcel) => !IsDelivered(parcel) && !IsUntracked(parcel) && OrderState.IsActive(parcel);

    /// <summary>Whether nothing has arrived, as far as anyone can tell.</summary>
    public static bool IsAllAwaited(Order order) => !order.Fulfillments.Any(f => IsDelivered(f) || IsUntracked(f));

    // A parcel without tracking stays 'fulfilled' for ever: that is not 'on its way', it is 'nobody knows'.
    private static bool IsUntracked(Fulfillment parcel) => parcel.DisplayStatus is "FULFILLED" or "MARKED_AS_FULFILLED";

    private static bool Counts(OrderReturn earlier) => earlier.Status is not ("DECLINED" or "CANCELED");

    private static int Held(Order order, OrderLine line) =>
        order.Returns.Where(Counts).SelectMany(r => r.Items).Where(i => i.LineId == line.Id).Sum(i => i.Quantity);

    private static Finding AlreadyReturned(OrderLine line) => Finding.Deny("already_returned", $"The {line.Title} is part of a return already.");

    private static Finding NotYet(OrderLine line) => Finding.Deny(NotDelivered, $"The {line.Title} hasn't arrived yet; it can come back once it has.");
}
