using System.Globalization;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>What returns are made of: the inputs, and their checks.</summary>
internal static class ReturnInputs
{
    public static readonly InputType RestockingFee = new("RestockingFeeInput", new Argument("percentage", Scalars.Float.Required));

    public static readonly InputType ShippingFee = new("ReturnShippingFeeInput", new Argument("amount", InputTypes.Money.Required));

    /// <summary>The fields that both kinds of return lines have.</summary>
    public static readonly Argument[] Line =
    [
        InputTypes.Id("fulfillmentLineItemId"), InputTypes.Number("quantity"), new("returnReason", ReturnReasons.Enum.Nullable),
        new("returnReasonDefinitionId", Scalars.Id.Nullable), new("restockingFee", RestockingFee.Nullable),
    ];

    /// <exception cref="Refusal">A line was not sent out, or fewer of it can be sent back.</exception>
    public static IReadOnlyList<ReturnLine> Lines(Change change, Order order, IReadOnlyList<Given> given)
    {
        if (given.Count == 0)
            throw Refusal.Coded("BLANK", "At least one item must be returned.", "returnLineItems");
        var lines = new List<ReturnLine>();
        foreach (var (line, index) in given.Select((l, i) => (l, i.ToString(CultureInfo.InvariantCulture))))
        {
            var id = line.Id("fulfillmentLineItemId", "FulfillmentLineItem");
            var sent = order.Fulfillments.Where(f => f.Status == "SUCCESS").SelectMany(f => f.LineItems).FirstOrDefault(l => l.Id == id)
                ?? throw Refusal.Coded("NOT_FOUND", "Fulfillment line item not found: only items that were fulfilled can be returned.", "returnLineItems", index, "fulfillmentLineItemId");
            var quantity = line.Number("quantity");
            if (quantity < 1)
                throw Refusal.Coded("GREATER_THAN", "Quantity must be greater than 0.", "returnLineItems", index, "quantity");
            if (lines.Where(l => l.FulfillmentLineId == id).Sum(l => l.Quantity) + quantity > Returning.Returnable(order, sent))
                throw Refusal.Coded("INVALID", "Quantity exceeds the quantity that can be returned.", "returnLineItems", index, "quantity");
            lines.Add(new ReturnLine(
                change.Activity.NextId(), id, sent.LineItemId, quantity, Reason(line, index), line.Text("returnReasonNote"), line.Text("customerNote"), Fee(line, index)));
        }
        return lines;
    }

    /// <summary>What the customer pays for the way back.</summary>
    public static decimal ShippingFeeOf(Given input) => input.Object("returnShippingFee")?.Money("amount") switch
    {
        null => 0,
        < 0 => throw Refusal.Coded("GREATER_THAN_OR_EQUAL_TO", "The fee must not be negative.", "returnShippingFee", "amount"),
        var amount => amount.Value,
    };

    /// <summary>Makes the return and numbers it: <c>#1001-R1</c>.</summary>
    public static Return Make(Change change, Order order, string status, IReadOnlyList<ReturnLine> lines, IReadOnlyList<ExchangeLine> exchanges, decimal fee) => new(
        change.Activity.NextId(), string.Create(CultureInfo.InvariantCulture, $"{order.Name}-R{order.Returns.Count + 1}"), status, change.Now, lines, exchanges, fee);

    private static string Reason(Given line, string index)
    {
        if (line.Text("returnReasonDefinitionId") is { } definition)
            return ReturnReasons.All.FirstOrDefault(r => r.Id == Gid.Parse("ReturnReasonDefinition", definition))?.Code
                ?? throw Refusal.Coded("NOT_FOUND", "Return reason definition not found.", "returnLineItems", index, "returnReasonDefinitionId");
        var reason = line.Text("returnReason") ?? throw Refusal.Coded("BLANK", "A return reason is required.", "returnLineItems", index, "returnReason");
        return reason == "OTHER" && string.IsNullOrWhiteSpace(line.Text("returnReasonNote") ?? line.Text("customerNote"))
            ? throw Refusal.Coded("BLANK", "A note is required when the reason is other.", "returnLineItems", index, "returnReasonNote")
            : reason;
    }

    private static decimal Fee(Given line, string index) => line.Object("restockingFee")?.Amount("percentage") switch
    {
        null => 0,
        < 0 or > 100 => throw Refusal.Coded("INVALID", "The percentage must be between 0 and 100.", "returnLineItems", index, "restockingFee", "percentage"),
        var percent => percent.Value,
    };
}
