using System.Text.Json;
using Reva.Agent.Replies;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Tools;

/// <summary>Which order.</summary>
public sealed record TrackShipmentArguments(string? OrderNumber);

/// <summary>Tells where each parcel of a proven customer's order is.</summary>
public sealed class TrackShipment(OwnOrders orders) : Tool<TrackShipmentArguments, Order?>
{
    /// <inheritdoc/>
    public override string Name => "track_shipment";

    /// <inheritdoc/>
    public override string Description => "Tell where the parcels of an order are: carrier, tracking number, expected and actual delivery, what is in each. The customer must have proved who they are.";

    /// <inheritdoc/>
    public override string Label => "Following your parcel";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{"order_number":{"type":"string"}},"required":["order_number"]}""");

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<Order?>> RunAsync(TrackShipmentArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return new(false, null, new { error = OwnOrders.NotFound });
        var (now, zone) = (turn.Input.Now, turn.Input.Store.TimeZone);
        turn.Memory = turn.Memory with { FocusOrderNumber = order.Number };
        return new(true, order, new
        {
            order.Number,
            Status = JsonNamingPolicy.SnakeCaseLower.ConvertName(order.Standing(now).ToString()),
            Parcels = order.Fulfillments.Select(f => new
            {
                f.Carrier, f.TrackingNumber, f.TrackingUrl, Status = f.DisplayStatus.ToLowerInvariant(), f.Contents,
                Sent = DateText.Day(f.CreatedAt, now, zone),
                Expected = f.EstimatedDeliveryAt is { } expected ? DateText.Day(expected, now, zone) : null,
                Delivered = f.DeliveredAt is { } delivered ? DateText.Day(delivered, now, zone) : null,
            }),
            NotSentYet = order.Lines.Where(l => l.Unfulfilled > 0).Select(OrderView.LineText),
        });
    }
}
