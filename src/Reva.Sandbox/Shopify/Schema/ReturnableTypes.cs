using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary><c>returnableFulfillments</c>: what of an order can still be sent back.</summary>
internal static class ReturnableTypes
{
    private static readonly ObjectType<FulfillmentLineView> Line = new ObjectType<FulfillmentLineView>("ReturnableFulfillmentLineItem")
        .Add("quantity", Scalars.Int.Required, l => Returning.Returnable(l.Order, l.Line))
        .Add("fulfillmentLineItem", FulfillmentTypes.Line.Required, l => l);

    private static readonly ObjectType<FulfillmentView> Fulfillment = new ObjectType<FulfillmentView>("ReturnableFulfillment")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, f => Gid.Of("ReturnableFulfillment", f.Fulfillment.Id))
        .Add("fulfillment", FulfillmentTypes.Fulfillment.Required, f => f)
        .Add(Connection.Field<FulfillmentView, FulfillmentLineView>("returnableFulfillmentLineItems", Connection.TypeOf<FulfillmentLineView>(Line),
            (f, _) => Rows<FulfillmentLineView>.InOrder(Lines(f))));

    public static readonly ObjectType<Page<FulfillmentView>> Connections = Connection.TypeOf<FulfillmentView>(Fulfillment);

    /// <summary>The parcels of an order of which something can be sent back.</summary>
    public static Rows<FulfillmentView> Of(Order? order) => Rows<FulfillmentView>.InOrder(
        order is null ? [] : order.Fulfillments.Where(f => f.Status == "SUCCESS").Select(f => new FulfillmentView(order, f)).Where(f => Lines(f).Any()));

    private static IEnumerable<FulfillmentLineView> Lines(FulfillmentView view) =>
        view.Fulfillment.LineItems.Where(l => Returning.Returnable(view.Order, l) > 0).Select(l => new FulfillmentLineView(view.Order, l));
}
