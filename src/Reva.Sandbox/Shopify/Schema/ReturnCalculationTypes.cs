using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>The types that <c>returnCalculate</c> answers with.</summary>
internal static class ReturnCalculationTypes
{
    private static readonly ObjectType<CalculatedBack> RestockingFee = new ObjectType<CalculatedBack>("CalculatedRestockingFee")
        .Add("id", Scalars.Id.Required, b => Gid.Of("CalculatedRestockingFee", b.Sent.Id))
        .Add("percentage", Scalars.Float.Required, b => (double)b.Percent)
        .Add("amountSet", CommonTypes.MoneyBag.Required, (b, call) => ProductTypes.Money(decimal.Round(b.Worth.Subtotal * b.Percent / 100, 2, MidpointRounding.AwayFromZero), call));

    private static readonly ObjectType<CalculatedBack> Back = new ObjectType<CalculatedBack>("CalculatedReturnLineItem")
        .Add("quantity", Scalars.Int.Required, b => b.Quantity)
        .Add("fulfillmentLineItem", FulfillmentTypes.Line.Required, b => new FulfillmentLineView(b.Order, b.Sent))
        .Add("restockingFee", RestockingFee.Nullable, b => b.Percent > 0 ? b : null)
        .Add("subtotalSet", CommonTypes.MoneyBag.Required, (b, call) => ProductTypes.Money(b.Worth.Subtotal, call))
        .Add("totalTaxSet", CommonTypes.MoneyBag.Required, (b, call) => ProductTypes.Money(b.Worth.Tax, call));

    private static readonly ObjectType<CalculatedExchange> Out = new ObjectType<CalculatedExchange>("CalculatedExchangeLineItem")
        .Add("quantity", Scalars.Int.Required, e => e.Item.Quantity)
        .Add("variant", VariantTypes.Variant.Nullable, e => e.Variant)
        .Add("originalUnitPriceSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(e.Item.Price, call))
        .Add("discountedUnitPriceSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(e.Item.Price, call))
        .Add("subtotalSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(e.Item.Price * e.Item.Quantity, call))
        .Add("totalTaxSet", CommonTypes.MoneyBag.Required, (e, call) => ProductTypes.Money(e.Item.Tax, call));

    private static readonly ObjectType<ReturnCalculation> ShippingFee = new ObjectType<ReturnCalculation>("CalculatedReturnShippingFee")
        .Add("amountSet", CommonTypes.MoneyBag.Required, (c, call) => ProductTypes.Money(c.ShippingFee, call));

    public static readonly ObjectType<ReturnCalculation> Calculation = new ObjectType<ReturnCalculation>("CalculatedReturn")
        .Add("returnLineItems", Back.RequiredList, c => c.Back)
        .Add("exchangeLineItems", Out.RequiredList, c => c.Out)
        .Add("returnShippingFee", ShippingFee.Nullable, c => c.ShippingFee > 0 ? c : null);
}
