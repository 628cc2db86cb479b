using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderEditCommit</c>: makes the edit true, once.</summary>
internal static class OrderEditCommit
{
    private static readonly ObjectType<Outcome> Type = Payload.Type("OrderEditCommitPayload")
        .WithOrder<OrderMade>(made => made.Id)
        .Add("successMessages", Scalars.String.RequiredList, o => o.Errors.Count == 0 ? ["Order updated"] : Array.Empty<string>());

    public static readonly Field Field = Payload.Field(
        "orderEditCommit", Type, Run, InputTypes.Id("id"), InputTypes.Flag("notifyCustomer"), InputTypes.Text("staffNote"));

    private static object Run(Change change)
    {
        var edit = EditMade.Find(change);
        var order = change.Order(edit.Base.Id, "id");
        if (Statuses.EditObstacles(order) is { Count: > 0 } obstacles)
            throw Refusal.Invalid($"The order cannot be edited. {string.Join(' ', obstacles)}", "id");
        if (edit.Lines.All(l => l.Added is null && l.Quantity == order.CurrentOf(order.LineItems.First(i => i.Id == l.Id))))
            throw Refusal.Invalid("There are no changes to commit.", "id");
        var edited = Editing.Apply(order, edit, change.Activity.NextId);
        Editing.MoveStock(change.Store, edit, change.Now);
        change.Activity.Edits = change.Activity.Edits.SetItem(edit.Id, edit with { Committed = true });
        change.Save(Statuses.Settle(edited));
        change.Mail("order_edited", order, change.Arguments.Flag("notifyCustomer"), change.Arguments.Text("staffNote"));
        return new OrderMade(order.Id);
    }
}
