using System.Collections.Immutable;
using System.Globalization;
using Reva.Agent.Replies;
using Reva.Core;
using Reva.Core.Orders;

namespace Reva.Agent.Turns;

/// <summary>What a conversation has been told of an order, kept so that later replies may speak of it.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Text">Sums, days, tracking, and its standings as <c>is:shipped</c>.</param>
public sealed record KnownOrder(string Number, string Text)
{
    private const int Most = 8;

    /// <summary>What of an order replies may speak of.</summary>
    public static KnownOrder Of(Order order, DateTimeOffset now, string timeZone)
    {
        Money?[] sums = [order.Total, order.Refunded, order.Shipping, order.Received, order.Outstanding, .. order.Lines.Select(l => (Money?)l.Price), .. order.Payments.Select(p => (Money?)p.Amount)];
        DateTimeOffset?[] days =
        [
            order.PlacedAt, order.CancelledAt, order.RefundedAt, .. order.Payments.Select(p => (DateTimeOffset?)p.At), .. order.Returns.Select(r => (DateTimeOffset?)r.At),
            .. order.Fulfillments.SelectMany(f => new DateTimeOffset?[] { f.CreatedAt, f.EstimatedDeliveryAt, f.DeliveredAt }),
        ];
        string?[] parts =
        [
            order.Number, .. sums.OfType<Money>().Select(m => m.ToText()).Distinct(),
            .. days.OfType<DateTimeOffset>().Select(d => DateText.LocalDay(d, now, timeZone).Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct(),
            .. order.Fulfillments.SelectMany(f => new[] { f.Carrier, f.TrackingNumber, f.TrackingUrl }), .. order.Returns.Select(r => r.Number), .. order.Payments.Select(p => p.Method).Distinct(), .. Standings(order),
        ];
        return new KnownOrder(order.Number, string.Join('\n', parts.Where(p => !string.IsNullOrEmpty(p))));
    }

    /// <summary>The latest orders of a conversation after <paramref name="shown"/> were told of.</summary>
    public static ImmutableArray<KnownOrder> After(ImmutableArray<KnownOrder> before, IEnumerable<KnownOrder> shown)
    {
        var latest = shown.GroupBy(o => o.Number, StringComparer.Ordinal).Select(g => g.Last()).ToList();
        return [.. before.Where(o => !latest.Exists(l => l.Number == o.Number)).Concat(latest).TakeLast(Most)];
    }

    private static IEnumerable<string> Standings(Order order)
    {
        if (order.CancelledAt is not null)
            yield return "is:cancelled";
        if (order.Refunded.Amount > 0)
            yield return "is:refunded";
        if (!order.Fulfillments.IsEmpty)
            yield return "is:shipped";
        if (order.Fulfillments.Any(f => f.DeliveredAt is not null || f.DisplayStatus == "DELIVERED"))
            yield return "is:delivered";
        if (!order.Returns.IsEmpty)
            yield return "is:returned";
        if (order.Edited)
            yield return "is:edited";
    }
}
