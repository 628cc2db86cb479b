using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Actions;

/// <summary>What a person gets who has to do what the agent could not: all facts, so that nobody is asked twice.</summary>
internal static class ActionHandOver
{
    public static EscalationWish Of(ActionRecord action, TurnContext turn) => new(
        EscalationReason.OrderAction, EscalationCheck.PriorityOf(EscalationReason.OrderAction, turn.Meaning),
        $"{action.Card.Title}: confirmed by the customer, {(action.Outcome?.Problem is { } problem ? $"not done: {problem}" : "not done")}. {Facts(action)}");

    private static string Facts(ActionRecord action)
    {
        var items = action.Card.Items.Select(i => $"{i.Quantity} × {i.Title}{(i.Variant is null ? "" : $" ({i.Variant})")}{(i.Becomes is { } b ? $" → {b.Title} ({b.VariantTitle})" : "")}");
        var rows = action.Card.Rows.Select(r => $"{r.Label}: {r.Value}");
        var money = action.Card.Amount is { } amount ? [$"{(action.Card.ToCustomer ? "To the customer" : "From the customer")}: {amount.ToText()}{(action.Card.Method is { } m ? $" ({m})" : "")}"] : Array.Empty<string>();
        return string.Join("; ", items.Concat(rows).Concat(money));
    }
}
