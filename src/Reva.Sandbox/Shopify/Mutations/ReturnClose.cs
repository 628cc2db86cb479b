using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnClose</c>: nothing more is expected.</summary>
internal static class ReturnClose
{
    public static readonly Field Field = Payload.Field("returnClose", ReturnMade.Payload("ReturnClosePayload"), Run, InputTypes.Id("id"));

    private static object Run(Change change)
    {
        var (order, open) = ReturnMade.Find(change, change.Arguments.Id("id", "Return"), "id", "OPEN", "CLOSED");
        return ReturnMade.Save(change, order, open with { Status = "CLOSED", ClosedAt = open.ClosedAt ?? change.Now });
    }
}
