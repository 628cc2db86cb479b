using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnApproveRequest</c></summary>
internal static class ReturnApproveRequest
{
    private static readonly InputType Input = new("ReturnApproveRequestInput", InputTypes.Id("id"), InputTypes.Flag("notifyCustomer"));

    public static readonly Field Field = Payload.Field("returnApproveRequest", ReturnMade.Payload("ReturnApproveRequestPayload"), Run, new Argument("input", Input.Required));

    private static object Run(Change change)
    {
        var input = change.Arguments.Object("input")!;
        var (order, request) = ReturnMade.Find(change, input.Id("id", "Return"), "id", "REQUESTED");
        change.Mail("return_approved", order, input.Flag("notifyCustomer"));
        return ReturnMade.Save(change, order, request with { Status = "OPEN", ApprovedAt = change.Now });
    }
}
