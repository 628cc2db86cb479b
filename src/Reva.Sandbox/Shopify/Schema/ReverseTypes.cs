using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record ReverseDeliveryView(Order Order, Return Return, ReverseDelivery Delivery);

internal sealed record ReverseDeliveryLineView(ReturnLineView Line, ReverseDeliveryLine Delivered);

/// <summary>The way back: an order to the warehouse to expect goods, and the parcels that bring them. A return has one such order, with the return's own number.</summary>
internal static class ReverseTypes
{
    private static readonly ObjectType<ReverseDelivery> Label = new ObjectType<ReverseDelivery>("ReverseDeliveryLabelV2")
        .Add("publicFileUrl", Scalars.Url.Nullable, d => d.LabelUrl)
        .Add("createdAt", Scalars.DateTime.Required, d => d.CreatedAt)
        .Add("updatedAt", Scalars.DateTime.Required, d => d.CreatedAt);

    private static readonly ObjectType<ReverseDelivery> Tracking = new ObjectType<ReverseDelivery>("ReverseDeliveryTrackingV2")
        .Add("carrierName", Scalars.String.Nullable, _ => null)
        .Add("number", Scalars.String.Nullable, d => d.TrackingNumber)
        .Add("url", Scalars.Url.Nullable, d => d.TrackingUrl);

    public static readonly ObjectType<ReverseDelivery> Shipping = new ObjectType<ReverseDelivery>("ReverseDeliveryShippingDeliverable")
        .Implements("ReverseDeliveryDeliverable")
        .Add("label", Label.Nullable, d => d.LabelUrl is null ? null : d)
        .Add("tracking", Tracking.Nullable, d => (d.TrackingNumber ?? d.TrackingUrl) is null ? null : d);

    public static readonly AbstractType Deliverable = new("ReverseDeliveryDeliverable", _ => Shipping);

    private static readonly ObjectType<ReturnLineView> Line = new ObjectType<ReturnLineView>("ReverseFulfillmentOrderLineItem")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, l => Gid.Of("ReverseFulfillmentOrderLineItem", l.Line.Id))
        .Add("totalQuantity", Scalars.Int.Required, l => l.Line.Quantity)
        .Add("fulfillmentLineItem", FulfillmentTypes.Line.Nullable, l => FulfillmentLineView.Find(l.Order, l.Line.FulfillmentLineId));

    private static readonly ObjectType<ReverseDeliveryLineView> DeliveryLine = new ObjectType<ReverseDeliveryLineView>("ReverseDeliveryLineItem")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, l => Gid.Of("ReverseDeliveryLineItem", l.Delivered.Id))
        .Add("quantity", Scalars.Int.Required, l => l.Delivered.Quantity)
        .Add("reverseFulfillmentOrderLineItem", Line.Required, l => l.Line);

    public static readonly ObjectType<ReturnView> Order = new("ReverseFulfillmentOrder");

    public static readonly ObjectType<ReverseDeliveryView> Delivery = new ObjectType<ReverseDeliveryView>("ReverseDelivery")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, d => Gid.Of("ReverseDelivery", d.Delivery.Id))
        .Add("deliverable", Deliverable.Nullable, d => d.Delivery)
        .Add(Connection.Field<ReverseDeliveryView, ReverseDeliveryLineView>("reverseDeliveryLineItems", Connection.TypeOf<ReverseDeliveryLineView>(DeliveryLine),
            (d, _) => Rows<ReverseDeliveryLineView>.InOrder(d.Delivery.Lines.Select(l => new ReverseDeliveryLineView(View(d, l.ReturnLineId), l)))))
        .Add("reverseFulfillmentOrder", Order.Required, d => new ReturnView(d.Order, d.Return));

    static ReverseTypes() => Order.Implements("Node")
        .Add("id", Scalars.Id.Required, r => Gid.Of("ReverseFulfillmentOrder", r.Return.Id))
        .Add("status", new EnumType("ReverseFulfillmentOrderStatus").Required, r => r.Return.Status)
        .Add(Connection.Field<ReturnView, ReturnLineView>("lineItems", Connection.TypeOf<ReturnLineView>(Line),
            (r, _) => Rows<ReturnLineView>.InOrder(r.Return.Lines.Select(l => new ReturnLineView(r.Order, r.Return, l)))))
        .Add(Connection.Field<ReturnView, ReverseDeliveryView>("reverseDeliveries", Connection.TypeOf<ReverseDeliveryView>(Delivery),
            (r, _) => Rows<ReverseDeliveryView>.InOrder(r.Return.Deliveries.Select(d => new ReverseDeliveryView(r.Order, r.Return, d)))))
        .Add("order", OrderTypes.Order.Nullable, r => r.Order);

    /// <summary>Whether the warehouse was told of a return: not before it was approved.</summary>
    public static bool Exists(Return @return) => @return.Status is "OPEN" or "CLOSED" or "CANCELED";

    private static ReturnLineView View(ReverseDeliveryView delivery, long lineId) =>
        new(delivery.Order, delivery.Return, delivery.Return.Lines.First(l => l.Id == lineId));
}
