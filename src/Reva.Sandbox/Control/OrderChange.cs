using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Control;

/// <summary>What is to be different about an order; dates are ISO or relative to now (<c>+2d</c>).</summary>
internal sealed record OrderChange(
    string? FinancialStatus = null, string? FulfillmentStatus = null, string? Email = null, string? Note = null, string? CancelReason = null, ShipmentChange? Fulfillment = null)
{
    public string? Problem() =>
        FinancialStatus is not null && !OrderWords.FinancialStatuses.Contains(FinancialStatus) ? $"financialStatus is one of {string.Join(", ", OrderWords.FinancialStatuses)}"
        : FulfillmentStatus is not null && !OrderWords.FulfillmentStatuses.Contains(FulfillmentStatus) ? $"fulfillmentStatus is one of {string.Join(", ", OrderWords.FulfillmentStatuses)}"
        : CancelReason is not null && !OrderWords.CancelReasons.Contains(CancelReason) ? $"cancelReason is one of {string.Join(", ", OrderWords.CancelReasons)}"
        : Fulfillment?.Problem();

    public Order Apply(Order order, DateTimeOffset now) => order with
    {
        FinancialStatus = FinancialStatus ?? order.FinancialStatus,
        FulfillmentStatus = FulfillmentStatus ?? (Fulfillment is null ? order.FulfillmentStatus : "FULFILLED"),
        Email = Email ?? order.Email,
        Note = Note ?? order.Note,
        CancelReason = CancelReason ?? order.CancelReason,
        CancelledAt = CancelReason is null ? order.CancelledAt : order.CancelledAt ?? now,
        Fulfillments = Fulfillment?.Apply(order, now) ?? (FulfillmentStatus == "FULFILLED" ? ShipmentChange.Sent(order, now) : order.Fulfillments),
        UpdatedAt = now,
    };
}

/// <summary>A change of the latest fulfilment, or a first one with all items.</summary>
internal sealed record ShipmentChange(
    string? DisplayStatus = null, string? EstimatedDeliveryAt = null, string? DeliveredAt = null, string? Company = null, string? Number = null, string? Url = null)
{
    public string? Problem() =>
        DisplayStatus is not null && !OrderWords.Displays.Contains(DisplayStatus) ? $"displayStatus is one of {string.Join(", ", OrderWords.Displays)}"
        : new[] { EstimatedDeliveryAt, DeliveredAt }.OfType<string>().FirstOrDefault(d => RelativeDate.Resolve(d, default(DateTimeOffset).AddYears(1000)) is null) is { } wrong ? $"'{wrong}' is no date"
        : null;

    public IReadOnlyList<Fulfillment> Apply(Order order, DateTimeOffset now)
    {
        var latest = order.Fulfillments.LastOrDefault() ?? First(order, now);
        var tracking = latest.Tracking.FirstOrDefault() ?? new Tracking(null, null, null);
        var changed = latest with
        {
            DisplayStatus = DisplayStatus ?? latest.DisplayStatus,
            EstimatedDeliveryAt = EstimatedDeliveryAt is null ? latest.EstimatedDeliveryAt : RelativeDate.Resolve(EstimatedDeliveryAt, now),
            DeliveredAt = DeliveredAt is not null ? RelativeDate.Resolve(DeliveredAt, now) : DisplayStatus == "DELIVERED" ? now : latest.DeliveredAt,
            InTransitAt = DisplayStatus == "IN_TRANSIT" ? latest.InTransitAt ?? now : latest.InTransitAt,
            Tracking = Company is null && Number is null && Url is null ? latest.Tracking : [new Tracking(Company ?? tracking.Company, Number ?? tracking.Number, Url ?? tracking.Url)],
            Events = DisplayStatus is null ? latest.Events : [.. latest.Events, new FulfillmentEvent(latest.Id * 100 + latest.Events.Count, DisplayStatus, now, null, null, null, null, null)],
            UpdatedAt = now,
        };
        return [.. order.Fulfillments.SkipLast(1), changed];
    }

    /// <summary>The parcels of an order that is sent: a first one with all items when there is none.</summary>
    public static IReadOnlyList<Fulfillment> Sent(Order order, DateTimeOffset now) => order.Fulfillments.Count > 0 ? order.Fulfillments : [First(order, now)];

    private static Fulfillment First(Order order, DateTimeOffset now) => new(
        order.Id * 10, $"{order.Name}.1", "SUCCESS", null, now, now, null, null, null, [], [], [.. order.LineItems.Where(l => order.CurrentOf(l) > 0).Select((l, i) => new FulfillmentLine(order.Id * 1000 + i, l.Id, order.CurrentOf(l)))]);
}
