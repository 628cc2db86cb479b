using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.OrderStatus;

/// <summary>'It says delivered but I don't have it': what the shop does then, and a person when that does not help.</summary>
public sealed partial class MissingParcel(PassageAnswer answer)
{
    /// <summary>The reply; null where the parcel is not said to have come, or is not missed.</summary>
    public async Task<Reply?> AnswerAsync(Order order, TurnContext turn, CancellationToken cancellationToken)
    {
        var before = turn.Input.Memory;
        if (turn.Phrases is not null || order.Standing(turn.Input.Now) != OrderStanding.Delivered || !Missed().IsMatch(turn.English)
            || (before.FocusOrderNumber != order.Number && !SaidToHaveCome().IsMatch(turn.English)))
            return null;
        var parcel = order.Foremost(turn.Input.Now);
        var when = parcel?.DeliveredAt is { } at ? $" {DateText.OnDay(at, turn.Input.Now, turn.Input.Store.TimeZone)}" : "";
        if (before is { Pending: { Kind: PendingKind.OfferPerson, OrderNumber: { } asked } } && asked == order.Number)
            return new Reply
            {
                Text = $"Then the team takes it from here: order **{order.Number}**, reported as delivered{when} and not with you. They have all you wrote and answer {turn.ReplyPromise}.",
                Escalation = new EscalationWish(EscalationReason.OrderAction, Priority.High, $"Order {order.Number} is reported as delivered{when}, the shopper does not have it and has looked."),
            };
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, order.Number, null, Intent.HumanRequest, turn.Input.Text) };
        var page = await answer.ToAsync("marked delivered, but not there: look with neighbours, write to us within days of the delivery scan, replacement or refund", turn, cancellationToken, least: 0.3);
        return new Reply
        {
            Text = turn.Wording.Pick("I'm sorry, that's no good.", "I'm sorry to hear that.") + $" {parcel?.Carrier ?? "The carrier"} reports order **{order.Number}** as delivered{when}."
                + (page is null ? " Please look with neighbours and at the front desk." : $" {page.Text}") + " Shall I bring in the team to find it or make it good?",
            QuickReplies = ["Yes, bring in the team", "No, I'll look again"],
        };
    }

    [GeneratedRegex(@"\b(don['’]?t|do not|didn['’]?t|did not|haven['’]?t|have not|hasn['’]?t|has not|never|not|nor|can['’]?t|cannot|no) (\w+ )?(have|got|get|gotten|receive|received|came|come|arrive|arrived|find|found|there|here|see|seen|sign|trace|it)\b|\bmissing\b|\bstolen\b|\bnowhere\b|\bnothing (came|arrived|here|there)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Missed();

    [GeneratedRegex(@"\bdelivered\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SaidToHaveCome();
}
