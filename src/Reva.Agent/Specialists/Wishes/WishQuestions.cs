using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>Asks for what a wish lacks, one thing at a time, with what there is to choose from.</summary>
public sealed partial class WishQuestions(WishVariants variants, SearchKnowledge knowledge)
{
    private const int MostTapped = 5;

    /// <summary>The question, with the wish that waits for its answer; null when nothing is missing.</summary>
    internal async Task<(OrderWish?, Reply)?> MissingAsync(OrderWish wish, Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        switch (wish.Kind)
        {
            case ActionKind.CancelOrder:
                return null;
            case ActionKind.ChangeAddress when order.Fulfillments.Length > 0 && AddressReader.Missing(wish.Address, order.ShippingAddress?.Country).Count > 0:
                return (null, TooLate(order, turn));
            case ActionKind.ChangeAddress:
                return MissingAddress(wish, order, turn);
            case ActionKind.ChangePaymentMethod when wish.Named is null:
                return (wish with { Step = WishStep.Payment }, turn.Wording.Pick($"How would you like to pay for order **{order.Number}** instead?", $"Which card or way of paying should order **{order.Number}** go on?"));
            case ActionKind.ChangePaymentMethod:
                return null;
            case ActionKind.Refund when wish is { Shipping: true } or { Whole: true } or { Amount: not null }:
                return null;
        }
        if (wish is { Items.IsEmpty: true, Operation: ItemOperation.Add, Named: { } other })
            return (null, WishReplies.HandOver(wish, order, $"In the shopper's words: {other}", turn));
        if (wish.Items.IsEmpty)
            return Items(wish, order, turn);
        if (wish.Kind == ActionKind.ExchangeItems || wish is { Kind: ActionKind.ChangeItems, Operation: ItemOperation.Swap })
        {
            foreach (var item in wish.Items.Where(i => i.NewVariantId is null))
                return await InsteadAsync(wish, order, order.Lines.First(l => l.Id == item.LineId), turn, cancellationToken);
        }
        return null;
    }

    /// <summary>Asks for the parts of the address that are missing.</summary>
    internal (OrderWish?, Reply)? MissingAddress(OrderWish wish, Order? order, TurnContext turn)
    {
        var missing = AddressReader.Missing(wish.Address, order?.ShippingAddress?.Country);
        if (missing.Count == 0)
            return null;
        var of = order is null ? "" : $" for order **{order.Number}**";
        var whole = wish.Address?.Address1 is null && wish.Address?.Zip is null;
        return (wish with { Step = WishStep.Address }, whole
            ? turn.Wording.Pick($"What's the new address{of}? Street and number, town, state and postcode, please.", $"Tell me the new address{of}, with street, town and postcode.")
            : turn.Wording.Pick($"Thanks. What's the {ListText.Join(missing)}?", $"Got that. I still need the {ListText.Join(missing)}."));
    }

    /// <summary>The question for the proof, with the shop's page about such wishes, so that a question is spared.</summary>
    internal async Task<Reply> WithPolicyAsync(Reply asked, OrderWish wish, TurnContext turn, CancellationToken cancellationToken)
    {
        var firstAsk = turn.Input.Memory.Pending is null && turn.Memory.Pending?.Kind == PendingKind.OrderIdentity;
        if (!firstAsk || turn.Phrases is not null || wish.Kind is not (ActionKind.ReturnItems or ActionKind.ExchangeItems or ActionKind.Refund))
            return asked;
        var topic = wish.Kind == ActionKind.ExchangeItems ? "exchange for another size or colour" : "how long do I have to return an item";
        var hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(topic), turn, cancellationToken)).Value;
        return hits.IsEmpty ? asked : asked with { Text = $"{asked.Text} How it works is here: [{hits[0].Passage.Title}]({hits[0].Passage.Url}) [{turn.Cite(hits[0].Passage.Title, hits[0].Passage.Url)}]." };
    }

    // Nobody should write down an address for nothing.
    private static Reply TooLate(Order order, TurnContext turn) =>
        $"Order **{order.Number}** is {StandingText.Short(order.Standing(turn.Input.Now))}, so its address can't be changed any more."
        + (order.Foremost(turn.Input.Now) is { DeliveredAt: null, TrackingUrl: { } url, Carrier: { } carrier } ? $" {carrier} may still redirect it: [tracking]({url})." : "");

    private static (OrderWish?, Reply) Items(OrderWish wish, Order order, TurnContext turn)
    {
        var held = order.Lines.Where(l => ItemReader.Pieces(l) > 0).ToList();
        var again = wish.Step == WishStep.Items;
        var opening = again ? turn.Wording.Pick("I couldn't find that in the order.", "I don't see that in this order.") + " " : "";
        var verb = wish.Kind switch
        {
            ActionKind.ReturnItems => "go back",
            ActionKind.ExchangeItems => "be exchanged",
            ActionKind.Refund => "be refunded",
            _ => "be changed",
        };
        var lines = string.Join('\n', held.Select(l => $"- {OrderView.LineText(l)}"));
        return (wish with { Step = WishStep.Items, Options = WishReplies.Options(order) }, new Reply
        {
            Text = $"{opening}Order **{order.Number}** holds:\n{lines}\n\n" + turn.Wording.Pick($"What should {verb}?", $"Which of these should {verb}?"),
            QuickReplies = [.. held.Take(MostTapped - 1).Select(l => l.Title), .. held.Count > 1 && wish.Kind is ActionKind.ReturnItems or ActionKind.Refund ? new[] { "Everything" } : []],
            Helped = !again,
        });
    }

    private async Task<(OrderWish?, Reply)> InsteadAsync(OrderWish wish, Order order, OrderLine line, TurnContext turn, CancellationToken cancellationToken)
    {
        // The same again for what came broken is no exchange for another: the team sends it.
        if (ReasonReader.IsFault(wish.Reason) && SameAgain().IsMatch(turn.English))
            return (null, WishReplies.HandOver(wish, order, "Wants the same again in place of what came faulty or wrong.", turn));
        var offers = await variants.OfAsync(line, turn.StoreId, cancellationToken);
        var others = offers.Where(o => o.VariantId != line.VariantId && o.Available).ToList();
        if (others.Count == 0)
            return (wish with { Step = WishStep.Offered, Kind = ActionKind.ReturnItems }, new Reply
            {
                Text = $"The {line.Title} comes in nothing else that's in stock right now. Would you like to send it back instead?", QuickReplies = ["Yes, send it back", "No, keep it"],
            });
        // Sizes and colours that differ in one thing from what was bought are nearest to the wish.
        var current = offers.FirstOrDefault(o => o.VariantId == line.VariantId);
        var near = others.Where(o => current is null || o.Options.Count(p => !current.Options.Contains(p)) == 1).ToList();
        var asks = VariantReader.AsksWhatThereIs(turn.English);
        var asked = asks ? others.Where(o => VariantReader.Mentions(turn.English, o)).ToList() : [];
        var shown = (asked.Count > 0 ? asked : near.Count > 0 && !asks ? near : others).Select(o => o.VariantTitle ?? o.Title).ToList();
        var again = wish.Step == WishStep.Instead && !asks;
        return (wish with { Step = WishStep.Instead, Options = [.. others.Select(o => new WishOption(o.VariantId, o.VariantTitle ?? o.Title))] }, new Reply
        {
            Text = (again ? turn.Wording.Pick("The shop doesn't have it in that. ", "That one isn't among them. ") : "")
                + turn.Wording.Pick($"Which one would you like instead of the {OrderView.LineText(line with { Quantity = 1 })} in order **{wish.OrderNumber}**?", $"What should come in place of the {OrderView.LineText(line with { Quantity = 1 })} from order **{wish.OrderNumber}**?")
                + $" In stock: {ListText.Join(shown, "and", 8)}.",
            QuickReplies = [.. shown.Take(MostTapped)], Helped = !again,
        });
    }

    [GeneratedRegex(@"\b(new|another|same|intact|working|replacement)( (one|again|thing|item))?\b|\breplac\w*\b|\bresend\b|\bsend (it|me|one) again\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SameAgain();
}
