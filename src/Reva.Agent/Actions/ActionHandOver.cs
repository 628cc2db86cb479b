using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Actions;

/// <summary>What a person gets who has to do what the agent could not: all facts, so that nobody is asked twice.</summary>
internal static class ActionHandOver
{
    public static EscalationWish Of(ActionRecord action, TurnContext turn) => new(
        ReasonOf(action), EscalationCheck.PriorityOf(EscalationReason.OrderAction, turn.Meaning), $"{action.Card.Title}: confirmed by the customer, {Standing(action)}. {Facts(action)}");

    private static EscalationReason ReasonOf(ActionRecord action) =>
        action.Reasons.Any(r => r.Rule == "high_value") ? EscalationReason.HighValue : EscalationReason.OrderAction;

    private static string Standing(ActionRecord action) =>
        action.Status == ActionStatus.WaitingApproval ? $"waits for approval or rejection ({string.Join(", ", action.Reasons.Select(r => r.Rule))}), action {action.ActionId}"
        : action is { Status: ActionStatus.Done, Outcome.Problem: { } left } ? $"done, but something is left to settle: {left}"
        : action.Outcome?.Problem is { } problem ? $"not done: {problem}" : "not done";

    private static string Facts(ActionRecord action)
    {
        var items = action.Card.Items.Select(i => $"{i.Quantity} × {i.Title}{(i.Variant is null ? "" : $" ({i.Variant})")}{(i.Becomes is { } b ? $" → {b.Title} ({b.VariantTitle})" : "")}");
        var rows = action.Card.Rows.Select(r => $"{r.Label}: {r.Value}");
        var money = action.Card.Amount is { } amount ? [$"{(action.Card.ToCustomer ? "To the customer" : "From the customer")}: {amount.ToText()}{(action.Card.Method is { } m ? $" ({m})" : "")}"] : Array.Empty<string>();
        return string.Join("; ", items.Concat(rows).Concat(money));
    }
}
