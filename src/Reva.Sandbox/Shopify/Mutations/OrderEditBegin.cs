using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Rules;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>orderEditBegin</c></summary>
internal static class OrderEditBegin
{
    public static readonly Field Field = Payload.Field("orderEditBegin", EditMade.Payload("OrderEditBeginPayload", withLine: false), Run, InputTypes.Id("id"));

    private static object Run(Change change)
    {
        var order = change.Order(change.Arguments.Id("id", "Order"), "id");
        if (Statuses.EditObstacles(order) is { Count: > 0 } obstacles)
            throw Refusal.Invalid($"The order cannot be edited. {string.Join(' ', obstacles)}", "id");
        var lines = order.LineItems.Where(l => order.CurrentOf(l) > 0).Select(l => new EditedLine(l.Id, null, order.CurrentOf(l), Restock: true)).ToList();
        var edit = new OrderEdit(change.Activity.NextId(), order, lines, Committed: false);
        change.Activity.Edits = change.Activity.Edits.Add(edit.Id, edit);
        return new EditMade(edit.Id);
    }
}
