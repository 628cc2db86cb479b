using Reva.Connections.Shopify.Admin;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Connections.Shopify.Actions.Items;

/// <summary>Stages and commits order edits. What is staged and not committed changes nothing and is forgotten by the shop.</summary>
internal sealed class EditDesk(ShopifyAdmin admin)
{
    private static readonly ShopifyQuery Begin = ShopifyQuery.Load("begin-edit", "calculated-order");
    private static readonly ShopifyQuery SetQuantity = ShopifyQuery.Load("set-quantity", "calculated-order");
    private static readonly ShopifyQuery AddVariant = ShopifyQuery.Load("add-variant", "calculated-order");
    private static readonly ShopifyQuery Commit = ShopifyQuery.Load("commit-edit");
    private static readonly ShopifyQuery Invoice = ShopifyQuery.Load("send-invoice");
    private static readonly ShopifyQuery State = ShopifyQuery.Load("edited-order");
    private static readonly ShopifyQuery Mark = ShopifyQuery.Load("mark-order");

    /// <summary>What the order's field of the action says once an invoice went out.</summary>
    public const string Invoiced = "invoiced";

    /// <summary>The change, staged and worked out by the shop; or its refusal.</summary>
    public async Task<StagedEdit> StageAsync(ShopifyStore store, ChangeItems action, CancellationToken cancellationToken)
    {
        var begun = await StepAsync(store, Begin, new { id = action.OrderId }, cancellationToken);
        if (begun.Calculated is not { } edit)
            return begun;
        var latest = begun;
        foreach (var fewer in action.Changes.Where(c => c.LineId is not null).GroupBy(c => c.LineId!, StringComparer.Ordinal))
        {
            var pieces = fewer.Sum(c => c.Quantity);
            if (edit.Line(fewer.Key) is not { } line || line.EditableQuantity < pieces)
                return StagedEdit.Refused("NOT_EDITABLE", "So many pieces cannot be taken out any more: they were sent or are gone already.");
            latest = await StepAsync(store, SetQuantity, new { id = edit.Id, lineItemId = line.Id, quantity = line.Quantity - pieces }, cancellationToken);
            if (latest.Refusal is not null)
                return latest;
        }
        foreach (var more in action.Changes.Where(c => c.NewVariantId is not null).GroupBy(c => c.NewVariantId!, StringComparer.Ordinal))
        {
            latest = await StepAsync(store, AddVariant, new { id = edit.Id, variantId = more.Key, quantity = more.Sum(c => c.Quantity) }, cancellationToken);
            if (latest.Refusal is not null)
                return latest;
        }
        return latest with { OutstandingBefore = edit.TotalOutstandingSet.ToMoney() };
    }

    /// <summary>The shop's refusal; null when the edit is part of the order now.</summary>
    public async Task<ActionOutcome?> CommitAsync(ShopifyStore store, StagedEdit staged, string note, CancellationToken cancellationToken)
    {
        // Who owes something gets an invoice, which tells of the change too.
        var variables = new { id = staged.Calculated!.Id, notify = staged.FromCustomer.Amount == 0, staffNote = note };
        return (await admin.AskAsync<ChangeData<ChangePayload>>(store, Commit, variables, Urgency.Change, cancellationToken)).Result?.Refusal;
    }

    /// <summary>Sends the customer an invoice, and leaves word of it in the order. The shop's refusal; null when the mail is on its way.</summary>
    public async Task<ActionOutcome?> InvoiceAsync(ShopifyStore store, string orderId, string actionId, CancellationToken cancellationToken)
    {
        if ((await admin.AskAsync<ChangeData<ChangePayload>>(store, Invoice, new { id = orderId }, Urgency.Change, cancellationToken)).Result?.Refusal is { } refusal)
            return refusal;
        var field = new { @namespace = "reva", key = actionId, type = "single_line_text_field", value = Invoiced };
        var input = new { id = orderId, metafields = new[] { field } };
        return (await admin.AskAsync<ChangeData<ChangePayload>>(store, Mark, new { input }, Urgency.RepeatableChange, cancellationToken)).Result?.Refusal;
    }

    public async Task<EditedOrder?> ReadAsync(ShopifyStore store, string orderId, string actionId, CancellationToken cancellationToken) =>
        (await admin.AskAsync<EditedData>(store, State, new { id = orderId, key = actionId }, Urgency.Shopper, cancellationToken)).Order;

    private async Task<StagedEdit> StepAsync(ShopifyStore store, ShopifyQuery query, object variables, CancellationToken cancellationToken)
    {
        var data = await admin.AskAsync<ChangeData<EditPayload>>(store, query, variables, Urgency.Change, cancellationToken);
        return new(data.Result?.CalculatedOrder, data.Result?.Refusal ?? (data.Result?.CalculatedOrder is null ? ActionOutcome.Refused("NOT_EDITABLE", "The shop does not let this order be edited.") : null));
    }
}

/// <summary>An edit that is worked out and not yet part of the order.</summary>
internal sealed record StagedEdit(CalculatedNode? Calculated, ActionOutcome? Refusal)
{
    /// <summary>What was owed before; negative when the shop owed.</summary>
    public Money OutstandingBefore { get; init; }

    /// <summary>What the edit makes the customer owe.</summary>
    public Money FromCustomer => Grown(Outstanding, OutstandingBefore);

    /// <summary>What the edit makes the shop owe.</summary>
    public Money ToCustomer => Grown(Negative(Outstanding), Negative(OutstandingBefore));

    private Money Outstanding => Calculated!.TotalOutstandingSet.ToMoney().Rounded();

    public static StagedEdit Refused(string code, string problem) => new(null, ActionOutcome.Refused(code, problem));

    private static Money Negative(Money money) => Money.Zero(money.Currency) - money;

    private static Money Grown(Money now, Money before) => now with { Amount = Math.Max(0, Math.Max(0, now.Amount) - Math.Max(0, before.Amount)) };
}
