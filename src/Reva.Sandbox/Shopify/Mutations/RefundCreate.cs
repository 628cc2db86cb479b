using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Schema;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>refundCreate</c>: money back, once per idempotency key, never more than was paid.</summary>
internal static class RefundCreate
{
    private static readonly InputType Shipping = new("ShippingRefundInput", new("amount", Scalars.Money.Nullable), InputTypes.Flag("fullRefund"));

    private static readonly InputType Transaction = new(
        "OrderTransactionInput", InputTypes.Id("orderId"), new("parentId", Scalars.Id.Nullable), new("amount", Scalars.Money.Required), new("gateway", Scalars.String.Required),
        new("kind", new EnumType("OrderTransactionKind", "AUTHORIZATION", "CAPTURE", "SALE", "VOID", "REFUND", "CHANGE", "EMV_AUTHORIZATION", "SUGGESTED_REFUND").Required));

    private static readonly InputType Input = new(
        "RefundInput", InputTypes.Id("orderId"), InputTypes.Text("note"), new("currency", new EnumType("CurrencyCode").Nullable), InputTypes.Flag("notify"),
        new("refundLineItems", InputTypes.RefundLine.List), new("shipping", Shipping.Nullable), new("transactions", Transaction.List),
        new("refundMethods", InputTypes.RefundMethod.List), new("processedAt", Scalars.DateTime.Nullable),
        new("discrepancyReason", new EnumType("OrderAdjustmentInputDiscrepancyReason", "RESTOCK", "DAMAGE", "CUSTOMER", "OTHER").Nullable),
        new("allowOverRefunding", Scalars.Boolean.Nullable, false));

    private static readonly ObjectType<Outcome> Type = Payload.Type("RefundCreatePayload")
        .WithOrder<RefundMade>(r => r.OrderId)
        .With<RefundMade>("refund", PaymentTypes.Refund, (r, call) => r.Find(call));

    public static readonly Field Field = Payload.IdempotentField("refundCreate", Type, Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var order = change.Order(input.Id("orderId", "Order"), "orderId");
        if (input.Text("currency") is { } currency && currency != change.Store.Shop.Currency)
            throw Refusal.Invalid($"Currency must be {change.Store.Shop.Currency}", "currency");
        var draft = RefundReader.Read(change, order, input);
        var left = Repayment.Left(order);
        if (draft.Amount > left && !input.Flag("allowOverRefunding"))
            throw Refusal.Invalid($"Refund amount {draft.Amount:0.00} is more than the {left:0.00} available to refund.", "transactions");
        var refunded = change.Save(Refunding.Book(change.Store, order, draft, change.Now));
        change.Mail("refund", order, input.Flag("notify"));
        return new RefundMade(order.Id, refunded.Refunds[^1].Id);
    }
}

/// <summary>The refund that a mutation made; it is read afresh when it is answered again.</summary>
internal sealed record RefundMade(long OrderId, long RefundId)
{
    public RefundView? Find(FieldCall call) =>
        ShopTypes.Services(call).Store.Orders.Find(OrderId) is { } order && order.Refunds.FirstOrDefault(r => r.Id == RefundId) is { } refund ? new RefundView(order, refund) : null;
}
