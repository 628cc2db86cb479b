using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>The edit that a mutation began or went on with, and the line that it was about.</summary>
internal sealed record EditMade(long EditId, long? LineId = null)
{
    /// <summary>A payload with the edit, and with the line where there is one.</summary>
    public static ObjectType<Outcome> Payload(string name, bool withLine)
    {
        var type = Mutations.Payload.Type(name)
            .With<EditMade>("calculatedOrder", EditTypes.Order, Edit)
            .With<EditMade>("orderEditSession", EditTypes.Session, Edit);
        return withLine
            ? type.With<EditMade>("calculatedLineItem", EditTypes.Line, (made, call) => Edit(made, call) is { } edit ? new EditedLineView(edit, edit.Lines.First(l => l.Id == made.LineId)) : null)
            : type;
    }

    /// <exception cref="Refusal">There is no such edit, it was committed, or the order has changed since it began.</exception>
    public static OrderEdit Find(Change change)
    {
        var (type, id) = Gid.Split(change.Arguments.Text("id")!);
        if (type is not ("CalculatedOrder" or "OrderEditSession") || change.Activity.Edits.GetValueOrDefault(id) is not { } edit)
            throw Refusal.NotFound("The order edit", "id");
        var order = change.Order(edit.Base.Id, "id");
        if (edit.Committed)
            throw Refusal.Invalid("The order edit has already been committed.", "id");
        return Rules.Editing.IsFresh(order, edit.Base) ? edit : throw Refusal.Invalid("The order has changed since the edit began; begin a new one.", "id");
    }

    /// <summary>The line that a mutation names.</summary>
    public static EditedLineView Line(Change change, OrderEdit edit)
    {
        var id = change.Arguments.Id("lineItemId", "CalculatedLineItem");
        return edit.Lines.FirstOrDefault(l => l.Id == id) is { } line ? new EditedLineView(edit, line) : throw Refusal.NotFound("The line item", "lineItemId");
    }

    public static EditMade Save(Change change, OrderEdit edit, EditedLine line)
    {
        var known = edit.Lines.Any(l => l.Id == line.Id);
        var changed = edit with { Lines = known ? [.. edit.Lines.Select(l => l.Id == line.Id ? line : l)] : [.. edit.Lines, line] };
        change.Activity.Edits = change.Activity.Edits.SetItem(edit.Id, changed);
        return new EditMade(edit.Id, line.Id);
    }

    private static OrderEdit? Edit(EditMade made, FieldCall call) => ShopTypes.Services(call).Store.Activity.Edits.GetValueOrDefault(made.EditId);
}
