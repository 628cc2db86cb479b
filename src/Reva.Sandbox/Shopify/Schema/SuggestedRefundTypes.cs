using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Mutations;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>What a refund of some items would come to.</summary>
internal sealed record Suggestion(Order Order, IReadOnlyList<RefundPart> Parts, decimal Shipping, bool AsCredit)
{
    public Worth Items { get; } = Parts.Aggregate(default(Worth), (sum, p) => sum + Repayment.WorthOf(Order, p.Item, p.Quantity));

    public decimal Most { get; } = Repayment.Left(Order);

    /// <summary>What would go back: never more than is left of what was paid.</summary>
    public decimal Amount => Math.Min(Most, Items.Sum + Shipping);
}

/// <summary>One payment's part of a suggested refund.</summary>
internal sealed record SuggestedPart(Order Order, Repaid Repaid);

/// <summary><c>Order.suggestedRefund</c>.</summary>
internal static class SuggestedRefundTypes
{
    private static readonly ObjectType<SuggestedPart> Transaction = new ObjectType<SuggestedPart>("SuggestedOrderTransaction")
        .Add("kind", new EnumType("SuggestedOrderTransactionKind").Required, _ => "SUGGESTED_REFUND")
        .Add("gateway", Scalars.String.Nullable, t => t.Repaid.Payment.Gateway)
        .Add("formattedGateway", Scalars.String.Nullable, t => PaymentTypes.NameOf(t.Repaid.Payment.Gateway))
        .Add("amountSet", CommonTypes.MoneyBag.Required, (t, call) => ProductTypes.Money(t.Repaid.Amount, call))
        .Add("maximumRefundableSet", CommonTypes.MoneyBag.Nullable, (t, call) => ProductTypes.Money(Repayment.LeftOf(t.Order, t.Repaid.Payment), call))
        .Add("parentTransaction", PaymentTypes.Transaction.Nullable, t => new TransactionView(t.Order, t.Repaid.Payment))
        .Add("paymentDetails", PaymentTypes.PaymentDetails.Nullable, (t, call) => PaymentTypes.DetailsOf(new TransactionView(t.Order, t.Repaid.Payment), call));

    private static readonly ObjectType<Suggestion> Shipping = new ObjectType<Suggestion>("ShippingRefund")
        .Add("amountSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Shipping, call))
        .Add("maximumRefundableSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(Repayment.ShippingLeft(s.Order), call))
        .Add("taxSet", CommonTypes.MoneyBag.Required, (_, call) => ProductTypes.Money(0, call));

    private static readonly ObjectType<RefundPartView> Line = new ObjectType<RefundPartView>("RefundLineItem")
        .Add("quantity", Scalars.Int.Required, p => p.Part.Quantity)
        .Add("restockType", new EnumType("RefundLineItemRestockType").Required, p => p.Part.RestockType)
        .Add("subtotalSet", CommonTypes.MoneyBag.Required, (p, call) => ProductTypes.Money(Repayment.WorthOf(p.Order, p.Part.Item, p.Part.Quantity).Subtotal, call))
        .Add("totalTaxSet", CommonTypes.MoneyBag.Required, (p, call) => ProductTypes.Money(Repayment.WorthOf(p.Order, p.Part.Item, p.Part.Quantity).Tax, call))
        .Add("lineItem", LineItemTypes.LineItem.Required, p => new LineItemView(p.Order, p.Part.Item));

    private static readonly ObjectType<Suggestion> Type = new ObjectType<Suggestion>("SuggestedRefund")
        .Add("amountSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Amount, call))
        .Add("subtotalSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Items.Subtotal, call))
        .Add("discountedSubtotalSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Items.Subtotal, call))
        .Add("totalTaxSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Items.Tax, call))
        .Add("totalDutiesSet", CommonTypes.MoneyBag.Required, (_, call) => ProductTypes.Money(0, call))
        .Add("totalCartDiscountAmountSet", CommonTypes.MoneyBag.Required,
            (s, call) => ProductTypes.Money(s.Parts.Sum(p => p.Item.Price * p.Quantity) - s.Items.Subtotal, call))
        .Add("maximumRefundableSet", CommonTypes.MoneyBag.Required, (s, call) => ProductTypes.Money(s.Most, call))
        .Add("shipping", Shipping.Required, s => s)
        .Add("refundLineItems", Line.RequiredList, s => s.Parts.Select(p => new RefundPartView(s.Order, p)))
        .Add("suggestedTransactions", Transaction.RequiredList,
            s => s.AsCredit ? [] : Repayment.Spread(s.Order, s.Amount).Select(r => new SuggestedPart(s.Order, r)));

    public static readonly Field Field = new(
        "suggestedRefund", Type.Nullable,
        [
            new("refundLineItems", InputTypes.RefundLine.List), new("refundShipping", Scalars.Boolean.Nullable), new("shippingAmount", Scalars.Money.Nullable),
            new("suggestFullRefund", Scalars.Boolean.Nullable, false),
            new("refundMethodAllocation", new EnumType("RefundMethodAllocation", "ORIGINAL_PAYMENT_METHODS", "STORE_CREDIT").Nullable),
        ],
        (order, call) => Suggest((Order)order, new Given(call.Arguments)));

    private static Suggestion Suggest(Order order, Given asked)
    {
        try
        {
            var all = asked.Flag("suggestFullRefund");
            var parts = all ? Everything(order) : RefundReader.Parts(order, asked.Objects("refundLineItems"));
            var left = Repayment.ShippingLeft(order);
            var shipping = all || asked.Flag("refundShipping") ? left : Math.Clamp(asked.Amount("shippingAmount") ?? 0, 0, left);
            return new Suggestion(order, parts, shipping, asked.Text("refundMethodAllocation") == "STORE_CREDIT");
        }
        catch (Refusal refused)
        {
            throw new GraphQLException(GraphQLError.Coded("BAD_REQUEST", refused.Message, null));
        }
    }

    private static List<RefundPart> Everything(Order order) =>
        [.. order.LineItems.Select(l => new RefundPart(l, order.CurrentOf(l), order.FulfilledOf(l) > 0 ? "RETURN" : "CANCEL")).Where(p => p.Quantity > 0)];
}

internal sealed record RefundPartView(Order Order, RefundPart Part);
