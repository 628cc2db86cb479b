using System.Text.RegularExpressions;
using Reva.Agent.Identification;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderActions;

/// <summary>Wishes that change an order: understood, their facts gathered, and handed to the team with them. Nothing is changed here.</summary>
public sealed partial class OrderActionsSpecialist(OrderAccess access, GetOrder getOrder, FindOrders findOrders, SearchKnowledge knowledge, Escalate escalate) : ISpecialist
{
    /// <inheritdoc/>
    public string Name => "OrderActions";

    /// <inheritdoc/>
    public IReadOnlyList<ITool> Tools { get; } = [getOrder, findOrders, knowledge, escalate];

    /// <inheritdoc/>
    public bool Answers(Intent intent) => intent is Intent.CancelOrder or Intent.ReturnRequest or Intent.RefundRequest
        or Intent.ExchangeRequest or Intent.OrderChange or Intent.AddressChange;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var wish = turn.Meaning.Intent;
        var found = await access.GetAsync(turn, wish, cancellationToken);
        if (found.Order is not { } order)
            return found.Instead! with { Text = await WithPolicyAsync(wish, found.Instead!.Text, turn, cancellationToken) };
        return AlreadySo(wish, order, turn) ?? Added(wish, order, turn) ?? HandOver(wish, order, turn);
    }

    // The way back is decided by the shop's own page; saying it while asking spares the shopper a question.
    private async Task<string> WithPolicyAsync(Intent wish, string text, TurnContext turn, CancellationToken cancellationToken)
    {
        var firstAsk = turn.Input.Memory.Pending is null && turn.Memory.Pending?.Kind == PendingKind.OrderIdentity;
        if (!firstAsk || turn.Phrases is not null || wish is not (Intent.ReturnRequest or Intent.ExchangeRequest or Intent.RefundRequest))
            return text;
        var topic = wish == Intent.ExchangeRequest ? "exchange for another size or colour" : "how long do I have to return an item";
        var hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(topic), turn, cancellationToken)).Value;
        return hits.IsEmpty ? text : $"{text} How it works is here: [{hits[0].Passage.Title}]({hits[0].Passage.Url}) [{turn.Cite(hits[0].Passage.Title, hits[0].Passage.Url)}].";
    }

    private static Reply? AlreadySo(Intent wish, Order order, TurnContext turn)
    {
        var zone = turn.Input.Store.TimeZone;
        if (order.CancelledAt is { } at && wish != Intent.RefundRequest)
            return $"Order **{order.Number}** was already cancelled {DateText.OnDay(at, turn.Input.Now, zone)}"
                + (order.Refunded.Amount > 0 ? $", and {order.Refunded.ToText()} went back to your original payment method." : ".");
        if (wish is Intent.RefundRequest or Intent.ReturnRequest && order.Refunded.Amount > 0 && order.Refunded == order.Total)
            return $"Order **{order.Number}** has been refunded in full already: {order.Refunded.ToText()}"
                + (order.RefundedAt is { } paid ? $" {DateText.OnDay(paid, turn.Input.Now, zone)}" : "") + ". Banks can take a few days to show it.";
        return null;
    }

    // The request is with the team already, who read the whole conversation: what is said now belongs to it.
    private static Reply? Added(Intent wish, Order order, TurnContext turn)
    {
        if (turn.Input.Status != ConversationStatus.Escalated || turn.Input.Memory.LastIntent != wish || turn.Phrases is not null)
            return null;
        if (Withdraws().IsMatch(turn.English))
            return $"All right: I've noted for the team that you no longer want to {Deed(wish)} order **{order.Number}**. Nothing has been changed; they read that before they do anything.";
        var items = ActionItems.Named(order, turn);
        var of = items.Count > 0 ? $": {ListText.Join(items)}" : "";
        return turn.Wording.Pick(
            $"Noted with your request for order **{order.Number}**{of}. The team sees what you wrote, and answers {turn.ReplyPromise}.",
            $"Thanks, that's with your request for order **{order.Number}** now{of}. You'll hear from the team {turn.ReplyPromise}.");
    }

    private static Reply HandOver(Intent wish, Order order, TurnContext turn)
    {
        var standing = order.Standing(turn.Input.Now);
        var what = Deed(wish);
        var items = ActionItems.Named(order, turn);
        var scope = items.Count > 0 && wish is not (Intent.CancelOrder or Intent.AddressChange) ? $"{ListText.Join(items)} from order **{order.Number}**" : $"order **{order.Number}**";
        var text = turn.Wording.Pick(
            $"I've passed your wish to {what} {scope} to the team, with everything they need. It's {StandingText.Short(standing)} now; nothing changes until they confirm, and you'll hear {turn.ReplyPromise}.",
            $"The team has it: {what} {scope} ({StandingText.Short(standing)}, {order.Total.ToText()}). They'll answer {turn.ReplyPromise}. Until they confirm, the order stays as it is.");
        return new Reply
        {
            Text = turn.Phrases is { } phrases ? phrases.Say("hand_over", ("number", order.Number)) : text + Caution(wish, standing),
            InShoppersLanguage = turn.Phrases is not null,
            Escalation = new EscalationWish(EscalationReason.OrderAction,
                wish == Intent.CancelOrder && standing == OrderStanding.NotYetShipped ? Priority.High : EscalationCheck.PriorityOf(EscalationReason.OrderAction, turn.Meaning),
                $"Wants to {what} order {order.Number}{(items.Count > 0 ? $", items: {ListText.Join(items)}" : "")}. Stands: {StandingText.Short(standing)}."),
        };
    }

    private static string Deed(Intent wish) => wish switch
    {
        Intent.CancelOrder => "cancel",
        Intent.ReturnRequest => "return",
        Intent.RefundRequest => "get a refund for",
        Intent.ExchangeRequest => "exchange",
        Intent.AddressChange => "change the address of",
        _ => "change",
    };

    private static string Caution(Intent wish, OrderStanding standing) => (wish, standing) switch
    {
        (Intent.CancelOrder or Intent.AddressChange or Intent.OrderChange, OrderStanding.Shipped or OrderStanding.OutForDelivery or OrderStanding.Delayed or OrderStanding.PartlyShipped)
            => " As it has already left us, that may no longer be possible.",
        (Intent.ReturnRequest or Intent.ExchangeRequest, OrderStanding.NotYetShipped)
            => " It hasn't shipped yet, so cancelling it may be quicker than sending it back.",
        _ => "",
    };

    [GeneratedRegex(@"\b(never ?mind|forget (it|that)|changed my mind|(actually|please)[, ]+(don'?t|do not|keep it)|don'?t (cancel|return|change|exchange|do (it|that)|want to)|keep (it|the order|my order)|leave it( as it is)?|no longer want|undo|take (it|that) back)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Withdraws();
}
