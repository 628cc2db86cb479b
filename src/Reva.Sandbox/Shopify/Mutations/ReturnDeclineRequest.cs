using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnDeclineRequest</c></summary>
internal static class ReturnDeclineRequest
{
    private static readonly InputType Input = new(
        "ReturnDeclineRequestInput", InputTypes.Id("id"), new("declineReason", new EnumType("ReturnDeclineReason", "RETURN_PERIOD_ENDED", "FINAL_SALE", "OTHER").Required),
        InputTypes.Text("declineNote"), InputTypes.Flag("notifyCustomer"));

    public static readonly Field Field = Payload.Field("returnDeclineRequest", ReturnMade.Payload("ReturnDeclineRequestPayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var (order, request) = ReturnMade.Find(change, input.Id("id", "Return"), "id", "REQUESTED");
        change.Mail("return_declined", order, input.Flag("notifyCustomer"), input.Text("declineNote"));
        return ReturnMade.Save(change, order, request with { Status = "DECLINED", DeclineReason = input.Text("declineReason"), DeclineNote = input.Text("declineNote") });
    }
}
