using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Identification;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>What is said when the policy denies a wish: why, and what is possible instead, ready for a plain yes.</summary>
public sealed class WishDenials(WishVariants variants, IPolicies policies)
{
    /// <summary>The answer, with the wish that is offered in its place; null when there is none.</summary>
    internal async Task<(OrderWish? Next, Reply Reply)> AnswerAsync(OrderWish wish, Order? order, PolicyDecision decision, TurnContext turn, CancellationToken cancellationToken)
    {
        var rule = decision.Reasons[0].Rule;
        if (rule == "unsupported")
            return (null, WishReplies.HandOver(wish, order, decision.Reasons[0].Text, turn));
        if (StepUp.IsFor(decision))
            return (wish with { Step = WishStep.Said }, ActionWords.Denied(wish.Kind, decision));
        // One reason is enough, unless each is of an item of its own.
        var why = string.Join(' ', decision.Reasons.TakeWhile(r => r.Rule == rule).Take(2).Select(r => r.Text).Distinct(StringComparer.Ordinal));
        if (rule is "quantity" or "no_line")
            return (wish with { Step = WishStep.Items, Items = [], Options = WishReplies.Options(order) }, $"{why} How many shall it be?");
        if (rule is "final_sale" or "excluded_category" && order is not null && await RestAsync(wish, order, turn, cancellationToken) is { Items.IsEmpty: false } rest)
            return (rest, new Reply { Text = $"{why} The rest can: {ListText.Join([.. Names(rest, order)])}. Shall I go on with that?", QuickReplies = ["Yes, the rest", "No, leave it"] });
        if (rule == "off")
            return (null, OfferPerson(why, turn));
        if (rule == "out_of_stock" && order is not null)
            return await SoldOutAsync(wish, order, why, turn, cancellationToken);
        if (order is null || Alternative(wish, order, decision) is not { } instead)
            return (Kept(wish, order), !why.Contains("once it has", StringComparison.Ordinal) && Later(order, decision) is { } later ? $"{why} {later}" : why);
        return (wish with { Kind = instead, Step = WishStep.Offered, Operation = ItemOperation.Remove }, new Reply
        {
            Text = $"{why} {Offer(instead, order, turn)}", QuickReplies = [Yes(instead), "No, leave it"],
        });
    }

    // What was sold for good stays; the other items need not.
    private async Task<OrderWish> RestAsync(OrderWish wish, Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        var rules = await policies.ForAsync(turn.StoreId, cancellationToken);
        var kept = rules.FinalSaleTags.AddRange(rules.ExcludedCategories);
        ImmutableArray<WishedItem> rest = [.. wish.Items.Where(i => order.Lines.First(l => l.Id == i.LineId) is var line && !line.ProductTags.Append(line.ProductType).Any(t => kept.Contains(t ?? "", StringComparer.OrdinalIgnoreCase)))];
        return wish with { Items = rest.Length == wish.Items.Length ? [] : rest, Step = WishStep.Offered };
    }

    private static OrderWish? Kept(OrderWish wish, Order? order) =>
        order is null ? null : wish with { Step = WishStep.Denied, ActionId = null, Options = WishReplies.Options(order) };

    private static IEnumerable<string> Names(OrderWish wish, Order order) => wish.Items.Select(i => OrderView.LineText(order.Lines.First(l => l.Id == i.LineId) with { Quantity = i.Quantity }));

    private static Reply OfferPerson(string why, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        return new Reply { Text = $"{why} Shall I bring someone in?", QuickReplies = ["Yes, a person please", "No, thanks"] };
    }

    private async Task<(OrderWish?, Reply)> SoldOutAsync(OrderWish wish, Order order, string why, TurnContext turn, CancellationToken cancellationToken)
    {
        var line = order.Lines.FirstOrDefault(l => wish.Items.Any(i => i.LineId == l.Id));
        var offers = line is null ? [] : await variants.OfAsync(line, turn.StoreId, cancellationToken);
        var left = offers.Where(o => o.Available && o.VariantId != line!.VariantId && wish.Items.All(i => i.NewVariantId != o.VariantId)).Select(o => o.VariantTitle ?? o.Title).ToList();
        var cleared = wish with { Items = [.. wish.Items.Select(i => i with { NewVariantId = null })] };
        if (left.Count > 0)
            return (cleared with { Step = WishStep.Instead, Options = [.. offers.Select(o => new WishOption(o.VariantId, o.VariantTitle ?? o.Title))] }, new Reply
            {
                Text = $"{why} In stock: {ListText.Join(left, "and", 8)}. Would one of those do{(wish.Kind == ActionKind.ExchangeItems ? ", or shall I set up a return instead" : "")}?",
                QuickReplies = [.. left.Take(4)],
            });
        return wish.Kind == ActionKind.ExchangeItems
            ? (cleared with { Kind = ActionKind.ReturnItems, Step = WishStep.Offered }, new Reply { Text = $"{why} Nothing else of it is in stock either. Shall I set up a return instead?", QuickReplies = ["Yes, return it", "No, keep it"] })
            : (null, why);
    }

    // What can be done now, by the policy's own word; what is only possible later is told and not offered.
    private static ActionKind? Alternative(OrderWish wish, Order order, PolicyDecision decision)
    {
        if (decision.Reasons[0].Rule is "final_sale" or "excluded_category" or "already_returned")
            return null;
        var here = order.Lines.Any(l => l.Returnable > 0 && (wish.Items.IsEmpty || wish.Items.Any(i => i.LineId == l.Id)));
        var possible = decision.Alternatives.Where(a => a != wish.Kind && a is ActionKind.CancelOrder or ActionKind.ReturnItems or ActionKind.ExchangeItems && (a == ActionKind.CancelOrder || here)).ToList();
        return possible.Count == 0 ? null : possible[0];
    }

    private static string? Later(Order? order, PolicyDecision decision) =>
        order is not null && decision.Alternatives.Contains(ActionKind.ReturnItems) && !order.Lines.Any(l => l.Returnable > 0)
            ? "Once it has arrived you can send it back: just write to me then." : null;

    private static string Offer(ActionKind kind, Order order, TurnContext turn) => kind switch
    {
        ActionKind.CancelOrder => turn.Wording.Pick($"I can cancel the whole order **{order.Number}** instead. Shall I?", $"What I can do is cancel order **{order.Number}** as a whole. Would you like that?"),
        ActionKind.ExchangeItems => turn.Wording.Pick("I can exchange it for another one instead. Would you like that?", "An exchange is possible. Shall I set one up?"),
        _ => turn.Wording.Pick("You can send it back instead. Shall I set up a return?", "A return is possible, though. Would you like that?"),
    };

    private static string Yes(ActionKind kind) => kind switch
    {
        ActionKind.CancelOrder => "Yes, cancel it",
        ActionKind.ExchangeItems => "Yes, exchange it",
        _ => "Yes, return it",
    };
}
