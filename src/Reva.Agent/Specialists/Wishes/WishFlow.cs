using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Actions;
using Reva.Agent.Ports;
using Reva.Agent.Specialists.OrderStatus;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Tools.Acting;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>
/// Leads a wish that changes an order from its first words to its proposal, without a model: which order, which items, what is missing, and what is possible
/// instead of what is denied. Nothing is done here: the customer's yes comes after it.
/// </summary>
public sealed partial class WishFlow(WishOrders orders, WishDetails details, WishQuestions questions, WishProposals proposals, WishDenials denials, WishDiscounts discounts)
{
    /// <summary>Answers the turn's wishes. Throws <see cref="ShopUnavailableException"/> when a needed fact cannot be had.</summary>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Phrases is not null)
            return await ForeignAsync(turn, cancellationToken);
        if (turn.Memory.OrderWishes.Any(w => w.Step == WishStep.Proposed) && WishMerge.Hesitates(turn.English))
            return turn.Wording.Pick("Take your time. Nothing happens until you say yes.", "Of course, no hurry. I won't do anything before you've said yes.");
        var merged = WishMerge.Of(turn);
        turn.Memory = turn.Memory with { OrderWishes = merged.All };
        await WithdrawAsync(merged.Dropped, turn);
        if (merged.Current.IsEmpty)
        {
            turn.Memory = turn.Memory with { OrderWishes = [], Pending = null };
            return turn.Wording.Pick("All right, I've left everything as it is.", "Fine, nothing has been changed.", "No problem, it all stays as it was.");
        }
        var replies = new List<(OrderWish? Next, Reply Reply)>();
        foreach (var wish in merged.Current)
        {
            var (next, reply) = await AdvanceAsync(wish, turn, cancellationToken);
            Remember(wish, next, turn);
            replies.Add((next, reply));
        }
        // Of changes that became one proposal the last one tells of all.
        return WishReplies.Together([.. replies.Where((r, i) => r.Next?.Step != WishStep.Proposed || !replies.Skip(i + 1).Any(later => Joins(later.Next, r.Next))).Select(r => r.Reply)]);
    }

    // Wishes are read in English; in other languages the team gets them with the proof and the order.
    private async Task<Reply> ForeignAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var wish = new OrderWish { Kind = WishIntents.KindOf(turn.Meaning.Intent), OrderNumber = turn.Meaning.Entities.OrderNumbers.FirstOrDefault(), Words = turn.English };
        var found = await orders.ForAsync(wish, turn, cancellationToken);
        return found.Order is not { } order ? found.Instead! : WishReplies.AlreadySo(wish, order, turn) ?? WishReplies.HandOver(wish, order, null, turn);
    }

    private static async Task WithdrawAsync(ImmutableArray<OrderWish> dropped, TurnContext turn)
    {
        foreach (var id in dropped.Select(w => w.ActionId).OfType<string>())
        {
            if (turn.Input.Actions is { } actions)
                await actions.DeclineAsync(id, turn.Input.Text);
        }
    }

    private static bool Joins(OrderWish? wish, OrderWish? other) =>
        wish is { Kind: ActionKind.ChangeItems } && other is { Kind: ActionKind.ChangeItems } && wish.OrderNumber == other.OrderNumber;

    private static void Remember(OrderWish before, OrderWish? next, TurnContext turn)
    {
        var wishes = turn.Memory.OrderWishes;
        var at = wishes.IndexOf(before);
        turn.Memory = turn.Memory with { OrderWishes = next is null ? wishes.Remove(before) : at < 0 ? wishes.Add(next) : wishes.SetItem(at, next) };
    }

    private async Task<(OrderWish? Next, Reply Reply)> AdvanceAsync(OrderWish said, TurnContext turn, CancellationToken cancellationToken)
    {
        var wish = said;
        if (wish.Kind is ActionKind.ApplyDiscount or ActionKind.UpdateCustomerAddress)
            return await OfCustomerAsync(wish, turn, cancellationToken);
        var found = await orders.ForAsync(wish, turn, cancellationToken);
        if (found.Order is not { } order)
            return (wish with { Step = WishStep.Order }, await questions.WithPolicyAsync(found.Instead!, wish, turn, cancellationToken));
        turn.Memory = turn.Memory with { FocusOrderNumber = order.Number };
        if (wish.Step == WishStep.Order)
            wish = wish with { Step = WishStep.Said };
        var opening = AsksWhere().IsMatch(wish.Words) ? StatusReply.Of(order, turn).Text + "\n\n"
            : ReasonReader.IsFault(ReasonReader.Read(wish.Words)) ? turn.Wording.Pick("I'm sorry it came like that. ", "That's not how it should reach you, I'm sorry. ") : "";
        var (next, reply) = await OnOrderAsync(wish, said, order, turn, cancellationToken);
        return (next, reply with { Text = opening + reply.Text });
    }

    private async Task<(OrderWish? Next, Reply Reply)> OnOrderAsync(OrderWish wish, OrderWish said, Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        wish = await details.ReadAsync(wish, order, turn, cancellationToken);
        if (WishReplies.AlreadySo(wish, order, turn) is { } already)
            return (null, already);
        if (await questions.MissingAsync(wish, order, turn, cancellationToken) is { } question)
            return question;
        return await ProposedAsync(wish, said, order, turn, cancellationToken);
    }

    private async Task<(OrderWish?, Reply)> OfCustomerAsync(OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        if (wish.Kind == ActionKind.ApplyDiscount && await discounts.NoneAsync(turn, cancellationToken) is { } none)
            return (null, none);
        if (turn.VerifiedEmail is null || !turn.Meaning.Entities.Emails.IsEmpty)
        {
            var found = await orders.ForAsync(wish, turn, cancellationToken);
            if (found.Order is null)
                return (wish with { Step = WishStep.Order }, found.Instead!);
        }
        if (wish.Kind == ActionKind.ApplyDiscount)
        {
            wish = await discounts.ChosenAsync(wish, turn, cancellationToken);
            return wish.Named is null ? (wish with { Step = WishStep.Said }, await discounts.ChoiceAsync(turn, cancellationToken))
                : wish.Step == WishStep.Offered ? (wish, await discounts.OfferAsync(wish, turn, cancellationToken)) : await ProposedAsync(wish, wish, null, turn, cancellationToken);
        }
        wish = wish with { Address = AddressReader.Read(wish.Words, wish.Address, wish.Step == WishStep.Address), Words = "" };
        return questions.MissingAddress(wish, null, turn) ?? await ProposedAsync(wish, wish, null, turn, cancellationToken);
    }

    private async Task<(OrderWish? Next, Reply Reply)> ProposedAsync(OrderWish wish, OrderWish said, Order? order, TurnContext turn, CancellationToken cancellationToken)
    {
        // An order is edited once: a second change would take the place of the first. What is corrected takes its own place.
        var open = turn.Input.Actions?.Open.Select(a => a.ActionId).ToHashSet(StringComparer.Ordinal) ?? [];
        ImmutableArray<OrderWish> beside = [.. turn.Memory.OrderWishes.Where(w => w.ActionId is { } id && !ReferenceEquals(w, said) && open.Contains(id) && Joins(wish, w))];
        var value = await proposals.ProposeAsync(wish, order, beside, turn, cancellationToken);
        if (value.Record is { } joined)
            turn.Memory = turn.Memory with { OrderWishes = [.. turn.Memory.OrderWishes.Select(w => beside.Contains(w) ? w with { ActionId = joined.ActionId } : w)] };
        if (value.Record is { } record)
            return (wish with { Step = WishStep.Proposed, ActionId = record.ActionId, Options = WishReplies.Options(order) }, WishReplies.Proposed(record, turn));
        return value.Decision is { } decision ? await denials.AnswerAsync(wish, order, decision, turn, cancellationToken) : (null, WishReplies.HandOver(wish, order, value.Problem, turn));
    }

    [GeneratedRegex(@"\b(where('?s| is| are)|when (will|does|is|do)|track)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AsksWhere();
}
