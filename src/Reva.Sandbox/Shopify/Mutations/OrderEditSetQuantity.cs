using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderEditSetQuantity</c>: pieces that were sent cannot be taken off.</summary>
internal static class OrderEditSetQuantity
{
    public static readonly Field Field = Payload.Field(
        "orderEditSetQuantity", EditMade.Payload("OrderEditSetQuantityPayload", withLine: true), Run, InputTypes.Id("id"), InputTypes.Id("lineItemId"), InputTypes.Number("quantity"),
        new("restock", Scalars.Boolean.Nullable));

    private static object Run(Change change)
    {
        var edit = EditMade.Find(change);
        var line = EditMade.Line(change, edit);
        var quantity = change.Arguments.Number("quantity");
        if (quantity < line.Fixed || quantity < 0)
            throw Refusal.Invalid($"Quantity must be at least {line.Fixed}: what was fulfilled cannot be edited.", "quantity");
        return EditMade.Save(change, edit, line.Line with { Quantity = quantity, Restock = !change.Arguments.Has("restock") || change.Arguments.Flag("restock") });
    }
}
