using System.Text.RegularExpressions;
using Reva.Agent.Actions;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>Answers what is asked of something that was just done: can it be undone, where the label is, when the money comes. Pure.</summary>
internal static partial class AfterDeeds
{
    private const int MostWords = 14;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(1);

    /// <summary>The answer; null when the message asks something else, or of an order that nothing was done to.</summary>
    public static string? Of(ConversationActions actions, TurnContext turn)
    {
        if (turn.Phrases is not null || Replies.Words.Of(turn.English).Count > MostWords || turn.Memory.OrderWishes.Any(w => w.Step is not (WishStep.Proposed or WishStep.Denied)))
            return null;
        var done = actions.All.LastOrDefault(a => a.Status == ActionStatus.Done && turn.Input.Now - a.EndedAt < Recent);
        if (done is null || turn.Meaning.Entities.OrderNumbers.Any(n => n != (done.Action as OrderAction)?.OrderNumber))
            return null;
        return Undo().IsMatch(turn.English) ? Undoing(done, turn)
            : Sending().IsMatch(turn.English) && done.Action is ReturnItems or ExchangeItems ? ActionWords.Sending(done)
            : Paying().IsMatch(turn.English) && ActionWords.Paying(done) is { Length: > 0 } next ? next
            : null;
    }

    private static string Undoing(ActionRecord done, TurnContext turn) => done.Action switch
    {
        CancelOrder a => $"A cancelled order can't be brought back, I'm sorry: **{a.OrderNumber}** would have to be placed again.{Spaced(ActionWords.Paying(done))}",
        ChangeAddress a => $"Tell me where order **{a.OrderNumber}** should go, and I'll change it again as long as it hasn't shipped.",
        ChangeItems a => $"Tell me how order **{a.OrderNumber}** should be, and I'll change it again as long as it hasn't shipped.",
        UpdateCustomerAddress => "Tell me the address that it should be, and I'll change it again.",
        ApplyDiscount => "You needn't use the code: it does nothing until you enter it at the checkout.",
        ReturnItems or ExchangeItems => OfferPerson("If you'd rather keep it, just don't send it back: nothing is paid or sent before it arrives. Shall I ask the team to close it for you?", turn),
        _ => OfferPerson("That can't be taken back from here. Shall I ask someone from the team?", turn),
    };

    private static string OfferPerson(string text, TurnContext turn)
    {
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OfferPerson, null, null, Intent.HumanRequest, turn.Input.Text) };
        return text;
    }

    private static string Spaced(string text) => text.Length == 0 ? "" : " " + text;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\b(undo|reverse (it|that)|revert|un-?cancel|take (it|that) back|bring (it|that|the order) back|cancel (the|my) (cancell?ation|return|exchange)|changed my mind|don'?t want (to return|to cancel|that|it) (any ?more|after all)|after all)\b", Options)]
    private static partial Regex Undo();

    [GeneratedRegex(@"\b(label|how (do|can|should) i (send|return|ship|pack)|where (do|can|should|shall) i (send|ship|bring|drop|take)|what (do i do|happens) (now|next)|what now|what'?s next)\b", Options)]
    private static partial Regex Sending();

    [GeneratedRegex(@"\b(when|how (long|soon|fast)|by when)\b.{0,40}\b(money|refund|refunded|credit|paid|pay|back|cash)\b|\bwhere('?s| is) (my|the) (money|refund)\b", Options)]
    private static partial Regex Paying();
}
