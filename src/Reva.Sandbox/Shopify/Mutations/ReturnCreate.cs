using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnCreate</c>: an approved return, with what the customer gets instead.</summary>
internal static class ReturnCreate
{
    private static readonly InputType Input = new(
        "ReturnInput", InputTypes.Id("orderId"),
        new("returnLineItems", new InputType("ReturnLineItemInput", [.. ReturnInputs.Line, InputTypes.Text("returnReasonNote")]).RequiredList),
        new("exchangeLineItems", ExchangeInputs.Line.List), new("returnShippingFee", ReturnInputs.ShippingFee.Nullable), new("requestedAt", Scalars.DateTime.Nullable),
        InputTypes.Flag("notifyCustomer"));

    public static readonly Field Field = Payload.Field("returnCreate", ReturnMade.Payload("ReturnCreatePayload"), Run, new Argument("returnInput", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("returnInput")!;
        var order = change.Order(input.Id("orderId", "Order"), "orderId");
        var lines = ReturnInputs.Lines(change, order, input.Objects("returnLineItems"));
        var exchanges = ExchangeInputs.Lines(change, input.Objects("exchangeLineItems"));
        var made = ReturnInputs.Make(change, order, "OPEN", lines, exchanges, ReturnInputs.ShippingFeeOf(input)) with { ApprovedAt = change.Now };
        change.Save(order with { Returns = [.. order.Returns, made] });
        change.Mail("return_created", order, input.Flag("notifyCustomer"));
        return new ReturnMade(made.Id);
    }
}
