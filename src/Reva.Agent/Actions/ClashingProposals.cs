using System.Collections.Immutable;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Actions;

/// <summary>Two proposals for one thing would both be open to a yes: the newer takes the older one's place, whatever kind it is of.</summary>
internal static class ClashingProposals
{
    /// <summary>Withdraws what is open and cannot stand beside <paramref name="newer"/>.</summary>
    public static async Task WithdrawAsync(ActionRecord newer, ConversationActions actions, TurnContext turn)
    {
        foreach (var open in actions.Open.Where(a => a.ActionId != newer.ActionId && Clash(a.Action, newer.Action)))
            await actions.DeclineAsync(open.ActionId, turn.Input.Text);
    }

    private static bool Clash(ShopAction older, ShopAction newer)
    {
        if (older is not OrderAction before || newer is not OrderAction after || before.OrderId != after.OrderId || before.Kind == after.Kind)
            return false;
        return before is CancelOrder || after is CancelOrder || Lines(before).Intersect(Lines(after), StringComparer.Ordinal).Any();
    }

    private static ImmutableArray<string> Lines(OrderAction action) => action switch
    {
        ReturnItems a => [.. a.Items.Select(i => i.LineId)],
        ExchangeItems a => [.. a.Swaps.Select(s => s.LineId)],
        Refund a => [.. a.Items.Select(i => i.LineId)],
        ChangeItems a => [.. a.Changes.Select(c => c.LineId).OfType<string>()],
        _ => [],
    };
}
