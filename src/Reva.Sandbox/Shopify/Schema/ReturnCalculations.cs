using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Mutations;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>What a return would come to; nothing is made.</summary>
internal sealed record ReturnCalculation(IReadOnlyList<CalculatedBack> Back, IReadOnlyList<CalculatedExchange> Out, decimal ShippingFee);

/// <summary>Pieces that would come back.</summary>
internal sealed record CalculatedBack(Order Order, FulfillmentLine Sent, int Quantity, Worth Worth, decimal Percent);

/// <summary>Pieces that would go out for them.</summary>
internal sealed record CalculatedExchange(Variant Variant, LineItem Item);

/// <summary><c>returnCalculate</c>.</summary>
internal static class ReturnCalculations
{
    private static readonly InputType Line = new(
        "CalculateReturnLineItemInput", InputTypes.Id("fulfillmentLineItemId"), InputTypes.Number("quantity"), new("restockingFee", ReturnInputs.RestockingFee.Nullable));

    private static readonly InputType Exchange = new("CalculateExchangeLineItemInput", new("variantId", Scalars.Id.Nullable), InputTypes.Number("quantity"));

    private static readonly InputType Input = new(
        "CalculateReturnInput", InputTypes.Id("orderId"), new("returnLineItems", Line.List), new("exchangeLineItems", Exchange.List), new("returnShippingFee", ReturnInputs.ShippingFee.Nullable));

    public static readonly Field Field = new(
        "returnCalculate", ReturnCalculationTypes.Calculation.Nullable, [new("input", Input.Required)],
        (services, call) => Calculate(((ShopServices)services).Store, new Given(call.Arguments).Object("input")!));

    private static ReturnCalculation? Calculate(ShopStore store, Given input) => store.Orders.Find(input.Id("orderId", "Order")) is not { } order ? null : new(
        Back(order, input.Objects("returnLineItems")), [.. input.Objects("exchangeLineItems").Select(e => Out(store, order, e))], input.Object("returnShippingFee")?.Money("amount") ?? 0);

    private static List<CalculatedBack> Back(Order order, IReadOnlyList<Given> lines)
    {
        var back = new List<CalculatedBack>();
        foreach (var line in lines)
        {
            var id = line.Id("fulfillmentLineItemId", "FulfillmentLineItem");
            var sent = order.Fulfillments.SelectMany(f => f.LineItems).FirstOrDefault(l => l.Id == id) ?? throw No("Fulfillment line item not found.");
            var item = order.LineItems.First(l => l.Id == sent.LineItemId);
            // Pieces of one line that came in several parcels have the shares that follow on each other.
            var before = order.RefundedOf(item) + back.Where(b => b.Sent.LineItemId == item.Id).Sum(b => b.Quantity);
            var quantity = line.Number("quantity");
            if (quantity < 1 || before + quantity > item.Quantity)
                throw No(string.Create(CultureInfo.InvariantCulture, $"Quantity must be between 1 and {item.Quantity - before}."));
            back.Add(new(order, sent, quantity, item.Worth(before + quantity) - item.Worth(before), line.Object("restockingFee")?.Amount("percentage") ?? 0));
        }
        return back;
    }

    private static CalculatedExchange Out(ShopStore store, Order order, Given line)
    {
        var variant = line.HasValue("variantId") ? store.Products.FindVariant(line.Id("variantId", "ProductVariant")) : null;
        if (variant is null || line.Number("quantity") < 1)
            throw No("Variant not found.");
        var exchange = new ExchangeLine(0, variant.Id, line.Number("quantity"), variant.Price, 0);
        return new(variant, Editing.Taxed(order, Returning.LineOf(store, exchange, exchange.Quantity)));
    }

    private static GraphQLException No(string message) => new(GraphQLError.Coded("BAD_REQUEST", message, null));
}
