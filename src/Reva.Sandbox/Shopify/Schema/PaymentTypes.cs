using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

internal sealed record TransactionView(Order Order, Transaction Transaction);

internal sealed record RefundView(Order Order, Refund Refund);

internal sealed record RefundLineView(Order Order, RefundLine Line);

/// <summary>What was paid and given back.</summary>
internal static class PaymentTypes
{
    public static readonly ObjectType<TransactionView> Transaction = new("OrderTransaction");

    public static readonly ObjectType<PaymentMethod> Card = new ObjectType<PaymentMethod>("CardPaymentDetails")
        .Implements("PaymentDetails", "BasePaymentDetails")
        .Add("company", Scalars.String.Nullable, m => m.Brand is null ? null : Folder.ContentReader.Titled(m.Brand))
        .Add("number", Scalars.String.Nullable, m => m.LastDigits is null ? null : $"•••• •••• •••• {m.LastDigits}")
        .Add("paymentMethodName", Scalars.String.Nullable, _ => "card");

    /// <summary>What is told of how a transaction was paid; only of cards there is something to tell.</summary>
    public static readonly AbstractType PaymentDetails = new("PaymentDetails", _ => Card);

    private static readonly ObjectType<Refund> ShippingLine = new ObjectType<Refund>("RefundShippingLine")
        .Add("id", Scalars.Id.Nullable, r => Gid.Of("RefundShippingLine", r.Id))
        .Add("subtotalAmountSet", CommonTypes.MoneyBag.Required, (r, call) => ProductTypes.Money(r.Shipping, call));

    private static readonly ObjectType<RefundLineView> RefundLine = new ObjectType<RefundLineView>("RefundLineItem")
        .Add("id", Scalars.Id.Nullable, l => Gid.Of("RefundLineItem", l.Line.Id))
        .Add("quantity", Scalars.Int.Required, l => l.Line.Quantity)
        .Add("restockType", new EnumType("RefundLineItemRestockType").Required, l => l.Line.RestockType)
        .Add("restocked", Scalars.Boolean.Required, l => l.Line.RestockType is not "NO_RESTOCK")
        .Add("subtotalSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Line.Subtotal, call))
        .Add("totalTaxSet", CommonTypes.MoneyBag.Required, (l, call) => ProductTypes.Money(l.Line.Tax, call))
        .Add("lineItem", LineItemTypes.LineItem.Required, l => new LineItemView(l.Order, l.Order.LineItems.First(i => i.Id == l.Line.LineItemId)));

    public static readonly ObjectType<RefundView> Refund = new("Refund");

    static PaymentTypes()
    {
        Transaction.Implements("Node")
            .Add("id", Scalars.Id.Required, t => Gid.Of("OrderTransaction", t.Transaction.Id))
            .Add("kind", new EnumType("OrderTransactionKind").Required, t => t.Transaction.Kind)
            .Add("status", new EnumType("OrderTransactionStatus").Required, t => t.Transaction.Status)
            .Add("gateway", Scalars.String.Nullable, t => t.Transaction.Gateway)
            .Add("formattedGateway", Scalars.String.Nullable, t => NameOf(t.Transaction.Gateway))
            .Add("paymentId", Scalars.String.Nullable, t => t.Transaction.PaymentMethod)
            .Add("test", Scalars.Boolean.Required, _ => false)
            .Add("amountSet", CommonTypes.MoneyBag.Required, (t, call) => ProductTypes.Money(t.Transaction.Amount, call))
            .Add("paymentDetails", PaymentDetails.Nullable, (t, call) => DetailsOf(t, call))
            .Add("createdAt", Scalars.DateTime.Required, t => t.Transaction.ProcessedAt)
            .Add("processedAt", Scalars.DateTime.Nullable, t => t.Transaction.ProcessedAt)
            .Add("parentTransaction", Transaction.Nullable, t => Find(t.Order, t.Transaction.ParentId))
            .Add("order", OrderTypes.Order.Nullable, t => t.Order);
        Refund.Implements("Node")
            .Add("id", Scalars.Id.Required, r => Gid.Of("Refund", r.Refund.Id))
            .Add("legacyResourceId", Scalars.BigInt.Required, r => r.Refund.Id)
            .Add("createdAt", Scalars.DateTime.Nullable, r => r.Refund.CreatedAt)
            .Add("updatedAt", Scalars.DateTime.Required, r => r.Refund.CreatedAt)
            .Add("note", Scalars.String.Nullable, r => r.Refund.Note)
            .Add("totalRefundedSet", CommonTypes.MoneyBag.Required, (r, call) => ProductTypes.Money(r.Refund.Amount, call))
            .Add(Connection.Field<RefundView, RefundLineView>("refundLineItems", Connection.TypeOf<RefundLineView>(RefundLine),
                (r, _) => Rows<RefundLineView>.InOrder(r.Refund.LineItems.Select(l => new RefundLineView(r.Order, l)))))
            .Add(Connection.Field<RefundView, Refund>("refundShippingLines", Connection.TypeOf<Refund>(ShippingLine),
                (r, _) => Rows<Refund>.InOrder(r.Refund.Shipping > 0 ? [r.Refund] : [])))
            .Add("return", ReturnTypes.Return.Nullable, r => r.Order.Returns.FirstOrDefault(x => x.Id == r.Refund.ReturnId) is { } found ? new ReturnView(r.Order, found) : null)
            .Add(Connection.Field<RefundView, TransactionView>("transactions", Connection.TypeOf<TransactionView>(Transaction),
                (r, _) => Rows<TransactionView>.InOrder(r.Refund.TransactionIds.Select(id => Find(r.Order, id)).OfType<TransactionView>())))
            .Add("order", OrderTypes.Order.Required, r => r.Order);
    }

    /// <summary>The card that a transaction was paid with.</summary>
    public static PaymentMethod? DetailsOf(TransactionView view, FieldCall call) =>
        Rules.Wallets.Method(ShopTypes.Services(call).Store, view.Order, view.Transaction.PaymentMethod) is { Kind: "CREDIT_CARD" } card ? card : null;

    /// <summary>A gateway as people are shown it.</summary>
    public static string NameOf(string gateway) => Folder.ContentReader.Titled(gateway.Replace('_', '-'));

    private static TransactionView? Find(Order order, long? id) =>
        order.Transactions.FirstOrDefault(t => t.Id == id) is { } found ? new TransactionView(order, found) : null;
}
