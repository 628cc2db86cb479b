using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnRequest</c>: a return that somebody has still to approve.</summary>
internal static class ReturnRequest
{
    private static readonly InputType Input = new(
        "ReturnRequestInput", InputTypes.Id("orderId"),
        new("returnLineItems", new InputType("ReturnRequestLineItemInput", [.. ReturnInputs.Line, InputTypes.Text("customerNote")]).RequiredList),
        new("returnShippingFee", ReturnInputs.ShippingFee.Nullable));

    public static readonly Field Field = Payload.Field("returnRequest", ReturnMade.Payload("ReturnRequestPayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var order = change.Order(input.Id("orderId", "Order"), "orderId");
        var lines = ReturnInputs.Lines(change, order, input.Objects("returnLineItems"));
        var made = ReturnInputs.Make(change, order, "REQUESTED", lines, [], ReturnInputs.ShippingFeeOf(input));
        change.Save(order with { Returns = [.. order.Returns, made] });
        return new ReturnMade(made.Id);
    }
}
