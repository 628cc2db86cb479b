using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Policies;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Discounts: what the shop grants, to whom it fits, or a plain no.</summary>
public sealed class WishDiscounts(IPolicies policies)
{
    /// <summary>The plain no of a shop that grants none; null when it grants some.</summary>
    internal async Task<Reply?> NoneAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var rules = await policies.ForAsync(turn.StoreId, cancellationToken);
        if (!rules.Grants.IsEmpty && rules.RuleFor(Core.Actions.ActionKind.ApplyDiscount).Mode != ActionMode.Off)
            return null;
        return turn.Wording.Pick("I can't give discounts here, sorry. What's on sale in the shop shows its lower price already.", "There's no discount I can give you. Sale prices in the shop are as low as it gets.");
    }

    /// <summary>The wish with the grant whose condition the words meet, or the only one there is, to be asked about.</summary>
    internal async Task<OrderWish> ChosenAsync(OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        if (wish.Named is not null)
            return wish;
        var grants = (await policies.ForAsync(turn.StoreId, cancellationToken)).Grants;
        var said = Words.Of(wish.Words);
        var met = grants.Where(g => Words.Of($"{g.Name} {g.When}").Any(said.Contains)).ToList();
        return met.Count == 1 ? wish with { Named = met[0].Name, Words = "" }
            : grants.Length == 1 ? wish with { Named = grants[0].Name, Words = "", Step = WishStep.Offered } : wish with { Words = "" };
    }

    /// <summary>Asks whether the one grant's condition is met.</summary>
    internal async Task<Reply> OfferAsync(OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        var grant = (await policies.ForAsync(turn.StoreId, cancellationToken)).Grants.First(g => g.Name == wish.Named);
        return new Reply { Text = $"The shop gives {Off(grant, turn)} in one case: {grant.When}. Is that so for you?", QuickReplies = ["Yes, that's me", "No"] };
    }

    /// <summary>Says which grants there are.</summary>
    internal async Task<Reply> ChoiceAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var grants = (await policies.ForAsync(turn.StoreId, cancellationToken)).Grants;
        return $"These are the discounts the shop gives:\n{string.Join('\n', grants.Select(g => $"- {Off(g, turn)}: {g.When}"))}\n\nDoes one of them fit?";
    }

    private static string Off(DiscountGrant grant, TurnContext turn) =>
        grant.Percent is { } percent ? $"{percent:0.##} % off" : $"{new Money(grant.Amount ?? 0, turn.Input.Store.Currency).ToText()} off";
}
