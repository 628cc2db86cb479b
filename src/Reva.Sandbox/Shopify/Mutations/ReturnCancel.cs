using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>returnCancel</c>: only while nothing of it has come back.</summary>
internal static class ReturnCancel
{
    public static readonly Field Field = Payload.Field(
        "returnCancel", ReturnMade.Payload("ReturnCancelPayload"), Run, InputTypes.Id("id"), InputTypes.Flag("notifyCustomer"));

    private static object Run(Change change)
    {
        var (order, open) = ReturnMade.Find(change, change.Arguments.Id("id", "Return"), "id", "REQUESTED", "OPEN");
        if (open.Lines.Any(l => l.Processed > 0) || open.Exchanges.Any(e => e.Processed > 0))
            throw Refusal.Coded("INVALID_STATE", "The return cannot be canceled because items of it were processed.", "id");
        return ReturnMade.Save(change, order, open with { Status = "CANCELED", ClosedAt = change.Now });
    }
}
