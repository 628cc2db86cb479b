using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes;

/// <summary>What is said of wishes.</summary>
internal static class WishReplies
{
    /// <summary>Several answers as one.</summary>
    public static Reply Together(List<Reply> replies) => replies.Count == 1 ? replies[0] : new Reply
    {
        Text = string.Join("\n\n", replies.Select(r => r.Text).Distinct(StringComparer.Ordinal)),
        QuickReplies = replies.FindLast(r => !r.QuickReplies.IsEmpty)?.QuickReplies ?? [],
        Helped = replies.Exists(r => r.Helped),
        Escalation = replies.Find(r => r.Escalation is not null)?.Escalation,
        InShoppersLanguage = replies.TrueForAll(r => r.InShoppersLanguage),
    };

    public static Reply Proposed(ActionRecord record, TurnContext turn) => ActionWords.Proposed(record).Replace("Shall I go ahead?",
        turn.Wording.Pick("Shall I go ahead?", "Is that right?", "Shall I do that?", "Do you want me to?"), StringComparison.Ordinal);

    public static ImmutableArray<WishOption> Options(Order? order) =>
        order is null ? [] : [.. order.Lines.Where(l => ItemReader.Pieces(l) > 0).Select(l => new WishOption(l.Id, $"{OrderView.LineText(l)} {l.ProductType}"))];

    /// <summary>What was wished and is so already.</summary>
    public static Reply? AlreadySo(OrderWish wish, Order order, TurnContext turn)
    {
        var zone = turn.Input.Store.TimeZone;
        if (order.CancelledAt is { } at && wish.Kind is not ActionKind.Refund)
            return $"Order **{order.Number}** was already cancelled {DateText.OnDay(at, turn.Input.Now, zone)}"
                + (order.Refunded.Amount > 0 ? $", and {order.Refunded.ToText()} went back to your original payment method." : ".");
        if (wish.Kind is ActionKind.Refund or ActionKind.ReturnItems && order.Refunded.Amount > 0 && order.Refunded == order.Total)
            return $"Order **{order.Number}** has been refunded in full already: {order.Refunded.ToText()}"
                + (order.RefundedAt is { } paid ? $" {DateText.OnDay(paid, turn.Input.Now, zone)}" : "") + ". Banks can take a few days to show it.";
        return null;
    }

    /// <summary>Passes a wish to the team with all that was collected.</summary>
    public static Reply HandOver(OrderWish wish, Order? order, string? why, TurnContext turn)
    {
        var standing = order?.Standing(turn.Input.Now);
        var of = order is null ? "" : $" order **{order.Number}**";
        var text = turn.Wording.Pick(
            $"I can't {Deed(wish.Kind)}{of} myself, so I've passed it to the team with everything you told me. They answer {turn.ReplyPromise}; until then nothing is changed.",
            $"That's for the team: {Deed(wish.Kind)}{of}. They have all you told me and answer {turn.ReplyPromise}. Nothing has been changed yet.");
        return new Reply
        {
            Text = turn.Phrases is { } phrases && order is not null ? phrases.Say("hand_over", ("number", order.Number)) : text,
            InShoppersLanguage = turn.Phrases is not null && order is not null,
            Escalation = new EscalationWish(EscalationReason.OrderAction,
                wish.Kind == ActionKind.CancelOrder && standing == OrderStanding.NotYetShipped ? Priority.High : EscalationCheck.PriorityOf(EscalationReason.OrderAction, turn.Meaning),
                Facts(wish, order, why, turn)),
        };
    }

    /// <summary>What is wished, as 'to …'.</summary>
    public static string Deed(ActionKind kind) => kind switch
    {
        ActionKind.CancelOrder => "cancel",
        ActionKind.ReturnItems => "take a return for",
        ActionKind.Refund => "refund",
        ActionKind.ExchangeItems => "exchange from",
        ActionKind.ChangeAddress => "change the address of",
        ActionKind.ChangePaymentMethod => "change the payment of",
        ActionKind.UpdateCustomerAddress => "change the address in your account",
        ActionKind.ApplyDiscount => "give that discount",
        _ => "change",
    };

    private static string Facts(OrderWish wish, Order? order, string? why, TurnContext turn)
    {
        var deed = wish.Kind == ActionKind.ReturnItems ? "return" : wish.Kind == ActionKind.ExchangeItems ? "exchange" : Deed(wish.Kind);
        var items = order is null ? [] : wish.Items.Select(i => (Item: i, Line: order.Lines.FirstOrDefault(l => l.Id == i.LineId))).Where(p => p.Line is not null).Select(p => $"{p.Item.Quantity} × {p.Line!.Title}{(p.Line.VariantTitle is { } v ? $" ({v})" : "")}").ToList();
        string?[] facts =
        [
            $"Wants to {deed}{(order is null ? "" : $" order {order.Number}")}.",
            items.Count > 0 ? $"Items: {ListText.Join(items)}." : null,
            wish.Reason is { } reason ? $"Reason: {reason.Replace('_', ' ')}." : null,
            wish.Address is { } a ? $"New address: {string.Join(", ", new[] { a.Address1, a.Address2, a.City, a.Province, a.Zip, a.Country }.OfType<string>())}." : null,
            wish.Amount is { } sum ? $"Sum: {sum}." : null,
            wish.Named is { } named ? $"Wants: {named}." : null,
            order is null ? null : $"Stands: {StandingText.Short(order.Standing(turn.Input.Now))}, {order.Total.ToText()}.",
            why,
        ];
        return string.Join(' ', facts.OfType<string>());
    }
}
