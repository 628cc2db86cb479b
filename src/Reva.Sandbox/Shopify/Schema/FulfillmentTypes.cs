using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record FulfillmentView(Order Order, Fulfillment Fulfillment);

internal sealed record FulfillmentLineView(Order Order, FulfillmentLine Line)
{
    public static FulfillmentLineView? Find(Order order, long id) =>
        order.Fulfillments.SelectMany(f => f.LineItems).FirstOrDefault(l => l.Id == id) is { } line ? new FulfillmentLineView(order, line) : null;
}

/// <summary>How an order was sent out, and where it is.</summary>
internal static class FulfillmentTypes
{
    private static readonly ObjectType<Tracking> TrackingInfo = new ObjectType<Tracking>("FulfillmentTrackingInfo")
        .Add("company", Scalars.String.Nullable, t => t.Company)
        .Add("number", Scalars.String.Nullable, t => t.Number)
        .Add("url", Scalars.Url.Nullable, t => t.Url);

    private static readonly ObjectType<FulfillmentEvent> Event = new ObjectType<FulfillmentEvent>("FulfillmentEvent")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, e => Gid.Of("FulfillmentEvent", e.Id))
        .Add("status", new EnumType("FulfillmentEventStatus").Required, e => e.Status)
        .Add("happenedAt", Scalars.DateTime.Required, e => e.HappenedAt)
        .Add("createdAt", Scalars.DateTime.Required, e => e.HappenedAt)
        .Add("message", Scalars.String.Nullable, e => e.Message)
        .Add("city", Scalars.String.Nullable, e => e.City)
        .Add("province", Scalars.String.Nullable, e => e.Province)
        .Add("country", Scalars.String.Nullable, e => e.Country)
        .Add("zip", Scalars.String.Nullable, e => e.Zip);

    public static readonly ObjectType<FulfillmentLineView> Line = new ObjectType<FulfillmentLineView>("FulfillmentLineItem")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, l => Gid.Of("FulfillmentLineItem", l.Line.Id))
        .Add("quantity", Scalars.Int.Nullable, l => l.Line.Quantity)
        .Add("lineItem", LineItemTypes.LineItem.Required, l => new LineItemView(l.Order, l.Order.LineItems.First(i => i.Id == l.Line.LineItemId)));

    public static readonly ObjectType<FulfillmentView> Fulfillment = new("Fulfillment");

    static FulfillmentTypes() => Fulfillment
        .Implements("Node")
        .Add("id", Scalars.Id.Required, f => Gid.Of("Fulfillment", f.Fulfillment.Id))
        .Add("legacyResourceId", Scalars.BigInt.Required, f => f.Fulfillment.Id)
        .Add("name", Scalars.String.Required, f => f.Fulfillment.Name)
        .Add("status", new EnumType("FulfillmentStatus").Required, f => f.Fulfillment.Status)
        .Add("displayStatus", new EnumType("FulfillmentDisplayStatus").Nullable, f => f.Fulfillment.DisplayStatus)
        .Add("createdAt", Scalars.DateTime.Required, f => f.Fulfillment.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, f => f.Fulfillment.UpdatedAt)
        .Add("estimatedDeliveryAt", Scalars.DateTime.Nullable, f => f.Fulfillment.EstimatedDeliveryAt)
        .Add("inTransitAt", Scalars.DateTime.Nullable, f => f.Fulfillment.InTransitAt)
        .Add("deliveredAt", Scalars.DateTime.Nullable, f => f.Fulfillment.DeliveredAt)
        .Add("totalQuantity", Scalars.Int.Required, f => f.Fulfillment.LineItems.Sum(l => l.Quantity))
        .Add("requiresShipping", Scalars.Boolean.Required, _ => true)
        .Add("trackingInfo", TrackingInfo.RequiredList, [CommonTypes.First], (f, call) => f.Fulfillment.Tracking.Top(call))
        .Add(Connection.Field<FulfillmentView, FulfillmentEvent>("events", Connection.TypeOf<FulfillmentEvent>(Event), (f, _) => Rows<FulfillmentEvent>.InOrder(f.Fulfillment.Events),
            new Argument("sortKey", new EnumType("FulfillmentEventSortKeys", "ID", "HAPPENED_AT").Nullable)))
        .Add(Connection.Field<FulfillmentView, FulfillmentLineView>("fulfillmentLineItems", Connection.TypeOf<FulfillmentLineView>(Line),
            (f, _) => Rows<FulfillmentLineView>.InOrder(f.Fulfillment.LineItems.Select(l => new FulfillmentLineView(f.Order, l)))))
        .Add("order", OrderTypes.Order.Required, f => f.Order);
}
