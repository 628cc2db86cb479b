using Reva.Agent.Replies;
using Reva.Agent.Turns;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Tools;

/// <summary>An order as it may be spoken of to its owner.</summary>
public sealed record OrderView(string Number, string Status, string Placed, string[] Items, string? Total, string? Refunded,
    string? Carrier, string? TrackingNumber, string? TrackingUrl, string? EstimatedDelivery, string? Delivered)
{
    /// <summary>What a shopper may hear of <paramref name="order"/>.</summary>
    public static OrderView Of(Order order, TurnContext turn)
    {
        var now = turn.Input.Now;
        var zone = turn.Input.Store.TimeZone;
        // Name and postcode open where an order is, not what was paid.
        var money = turn.Level >= VerificationLevel.OrderAndEmail;
        var parcel = order.Foremost(now);
        return new OrderView(
            order.Number, Snake(order.Standing(now).ToString()), DateText.Day(order.PlacedAt, now, zone),
            [.. order.Lines.Select(LineText)], money ? order.Total.ToText() : null, money && order.Refunded.Amount > 0 ? order.Refunded.ToText() : null,
            parcel?.Carrier, parcel?.TrackingNumber, parcel?.TrackingUrl,
            parcel?.EstimatedDeliveryAt is { } expected ? DateText.Day(expected, now, zone) : null,
            parcel?.DeliveredAt is { } delivered ? DateText.Day(delivered, now, zone) : null);
    }

    /// <summary>'2 × Alder Rain Jacket (Moss / M)'.</summary>
    public static string LineText(OrderLine line) =>
        (line.Quantity > 1 ? $"{line.Quantity} × " : "") + line.Title + (line.VariantTitle is { } v && v != "Default Title" ? $" ({v})" : "");

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
