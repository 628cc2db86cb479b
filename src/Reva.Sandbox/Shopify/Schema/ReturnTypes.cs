using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record ReturnView(Order Order, Return Return)
{
    public static ReturnView? Find(ShopStore store, long id) =>
        store.Orders.All.FirstOrDefault(o => o.Returns.Any(r => r.Id == id)) is { } order ? new ReturnView(order, order.Returns.First(r => r.Id == id)) : null;
}

internal sealed record ReturnLineView(Order Order, Return Return, ReturnLine Line);

internal sealed record ExchangeLineView(Order Order, ExchangeLine Line);

/// <summary>Returns and exchanges.</summary>
internal static class ReturnTypes
{
    private static readonly ObjectType<Return> Decline = new ObjectType<Return>("ReturnDecline")
        .Add("reason", new EnumType("ReturnDeclineReason").Required, r => r.DeclineReason)
        .Add("note", Scalars.String.Nullable, r => r.DeclineNote);

    private static readonly ObjectType<Return> Fee = new ObjectType<Return>("ReturnShippingFee")
        .Implements("Fee")
        .Add("id", Scalars.Id.Required, r => Gid.Of("ReturnShippingFee", r.Id))
        .Add("amountSet", CommonTypes.MoneyBag.Required, (r, call) => ProductTypes.Money(r.ShippingFee, call));

    private static readonly ObjectType<ReturnLine> RestockingFee = new ObjectType<ReturnLine>("RestockingFee")
        .Implements("Fee")
        .Add("id", Scalars.Id.Required, l => Gid.Of("RestockingFee", l.Id))
        .Add("percentage", Scalars.Float.Required, l => (double)l.RestockingFee);

    public static readonly ObjectType<ReturnLineView> Line = new("ReturnLineItem");

    /// <summary>What the list of a return's items is of.</summary>
    public static readonly AbstractType AnyLine = new AbstractType("ReturnLineItemType", _ => Line)
        .Add("id", Scalars.Id.Required)
        .Add("quantity", Scalars.Int.Required)
        .Add("processedQuantity", Scalars.Int.Required)
        .Add("processableQuantity", Scalars.Int.Required)
        .Add("unprocessedQuantity", Scalars.Int.Required)
        .Add("refundableQuantity", Scalars.Int.Required)
        .Add("refundedQuantity", Scalars.Int.Required)
        .Add("returnReason", ReturnReasons.Enum.Required)
        .Add("returnReasonDefinition", ReturnReasons.Definition.Nullable)
        .Add("returnReasonNote", Scalars.String.Required)
        .Add("customerNote", Scalars.String.Nullable);

    private static readonly ObjectType<ExchangeLineView> Exchange = new ObjectType<ExchangeLineView>("ExchangeLineItem")
        .Implements("Node")
        .Add("id", Scalars.Id.Required, e => Gid.Of("ExchangeLineItem", e.Line.Id))
        .Add("variantId", Scalars.Id.Nullable, e => Gid.Of("ProductVariant", e.Line.VariantId))
        .Add("quantity", Scalars.Int.Required, e => e.Line.Quantity)
        .Add("processedQuantity", Scalars.Int.Required, e => e.Line.Processed)
        .Add("processableQuantity", Scalars.Int.Required, e => e.Line.Quantity - e.Line.Processed)
        .Add("unprocessedQuantity", Scalars.Int.Required, e => e.Line.Quantity - e.Line.Processed)
        .Add("lineItems", LineItemTypes.LineItem.List, e => e.Order.LineItems.Where(l => e.Line.LineItemIds.Contains(l.Id)).Select(l => new LineItemView(e.Order, l)));

    public static readonly ObjectType<ReturnView> Return = new("Return");

    public static readonly ObjectType<Page<ReturnView>> Connections = Connection.TypeOf<ReturnView>(Return);

    static ReturnTypes()
    {
        Line.Implements("Node", "ReturnLineItemType")
            .Add("id", Scalars.Id.Required, l => Gid.Of("ReturnLineItem", l.Line.Id))
            .Add("quantity", Scalars.Int.Required, l => l.Line.Quantity)
            .Add("processedQuantity", Scalars.Int.Required, l => l.Line.Processed)
            .Add("processableQuantity", Scalars.Int.Required, l => l.Return.Status == "OPEN" ? l.Line.Quantity - l.Line.Processed : 0)
            .Add("unprocessedQuantity", Scalars.Int.Required, l => l.Line.Quantity - l.Line.Processed)
            .Add("refundableQuantity", Scalars.Int.Required, l => l.Line.Quantity - l.Line.Processed)
            .Add("refundedQuantity", Scalars.Int.Required, l => l.Line.Processed)
            .Add("returnReason", ReturnReasons.Enum.Required, l => l.Line.Reason)
            .Add("returnReasonDefinition", ReturnReasons.Definition.Nullable, l => ReturnReasons.All.First(r => r.Code == l.Line.Reason))
            .Add("returnReasonNote", Scalars.String.Required, l => l.Line.ReasonNote ?? "")
            .Add("customerNote", Scalars.String.Nullable, l => l.Line.CustomerNote)
            .Add("restockingFee", RestockingFee.Nullable, l => l.Line.RestockingFee > 0 ? l.Line : null)
            .Add("fulfillmentLineItem", FulfillmentTypes.Line.Required, l => FulfillmentLineView.Find(l.Order, l.Line.FulfillmentLineId));
        Return.Implements("Node")
            .Add("id", Scalars.Id.Required, r => Gid.Of("Return", r.Return.Id))
            .Add("name", Scalars.String.Required, r => r.Return.Name)
            .Add("status", new EnumType("ReturnStatus").Required, r => r.Return.Status)
            .Add("totalQuantity", Scalars.Int.Required, r => r.Return.Lines.Sum(l => l.Quantity))
            .Add("createdAt", Scalars.DateTime.Required, r => r.Return.CreatedAt)
            .Add("requestApprovedAt", Scalars.DateTime.Nullable, r => r.Return.ApprovedAt)
            .Add("closedAt", Scalars.DateTime.Nullable, r => r.Return.ClosedAt)
            .Add("decline", Decline.Nullable, r => r.Return.DeclineReason is null ? null : r.Return)
            .Add("returnShippingFees", Fee.RequiredList, r => r.Return.ShippingFee > 0 ? [r.Return] : Array.Empty<Return>())
            .Add(Connection.Field<ReturnView, ReturnLineView>("returnLineItems", Connection.TypeOf<ReturnLineView>(AnyLine),
                (r, _) => Rows<ReturnLineView>.InOrder(r.Return.Lines.Select(l => new ReturnLineView(r.Order, r.Return, l)))))
            .Add(Connection.Field<ReturnView, ExchangeLineView>("exchangeLineItems", Connection.TypeOf<ExchangeLineView>(Exchange),
                (r, _) => Rows<ExchangeLineView>.InOrder(r.Return.Exchanges.Select(e => new ExchangeLineView(r.Order, e)))))
            .Add(Connection.Field<ReturnView, ReturnView>("reverseFulfillmentOrders", Connection.TypeOf<ReturnView>(ReverseTypes.Order),
                (r, _) => Rows<ReturnView>.InOrder(ReverseTypes.Exists(r.Return) ? [r] : [])))
            .Add(Connection.Field<ReturnView, RefundView>("refunds", Connection.TypeOf<RefundView>(PaymentTypes.Refund),
                (r, _) => Rows<RefundView>.InOrder(r.Order.Refunds.Where(f => f.ReturnId == r.Return.Id).Select(f => new RefundView(r.Order, f)))))
            .Add("order", OrderTypes.Order.Required, r => r.Order);
    }
}
