using System.Text.RegularExpressions;
using Reva.Agent.Replies;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>
/// Answers from the pages what sounds like a wish for goods or for a change of an order and is a question about how things are done:
/// 'can I return boots that I have worn?', 'can you shorten trousers?'.
/// </summary>
public sealed partial class PagesFirst(PassageAnswer answer)
{
    private const int LeastTellingWords = 2;
    // The canonical words of a usual question are more than any one sentence holds.
    private const double UsualShare = 0.3;

    /// <summary>The answer; null where the message is no such question or no page surely answers it.</summary>
    public async Task<Reply?> ToAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var meaning = turn.Meaning;
        var aboutOrder = IsOrderAction(meaning.Intent);
        if (turn.Phrases is not null || !(aboutOrder ? AsksInGeneral(turn) : IsAboutGoods(meaning.Intent) && AsksHow(turn)) )
            return null;
        var usual = aboutOrder ? Topics.Canonical(turn.English) : null;
        if (usual is null && QuestionWords.Of(turn.English).Count < LeastTellingWords)
            return null;
        var page = usual is null ? await answer.ToAsync(turn.English, turn, cancellationToken, PassageAnswer.Surely) : await answer.ToAsync(usual, turn, cancellationToken, UsualShare);
        if (page is null || !aboutOrder)
            return page;
        turn.Memory = turn.Memory with { Pending = new PendingQuestion(PendingKind.OrderIdentity, null, null, meaning.Intent, turn.Input.Text) };
        return page with
        {
            Text = $"{page.Text}\n\n" + turn.Wording.Pick(
                "If it's about an order of yours, tell me its number and the e-mail address it was placed with.",
                "For an order of yours, just give me its number and the e-mail you used."),
        };
    }

    private static bool AsksInGeneral(TurnContext turn) =>
        turn.Input.Memory.Pending is null && turn.Input.Memory.FocusOrderNumber is null
        && turn.Meaning.Entities is { OrderNumbers.IsEmpty: true, Emails.IsEmpty: true }
        && Question().IsMatch(turn.English) && !OwnOrder().IsMatch(turn.English);

    private static bool AsksHow(TurnContext turn) =>
        turn.Meaning.Entities is { OrderNumbers.IsEmpty: true, ProductIds.IsEmpty: true, RefersBack: false, Superlative: null, MaxPrice: null, MinPrice: null, Similar: false, More: false, Cheaper: false, MoreExpensive: false }
        && turn.Meaning.Entities.Ordinals.IsEmpty && turn.Meaning.Entities.Colors.IsEmpty
        && Question().IsMatch(turn.English) && !WantsGoods().IsMatch(turn.English);

    private static bool IsOrderAction(Intent intent) => intent is Intent.ReturnRequest or Intent.RefundRequest or Intent.ExchangeRequest or Intent.CancelOrder or Intent.OrderChange or Intent.AddressChange;

    private static bool IsAboutGoods(Intent intent) => intent is Intent.ProductSearch or Intent.ProductQuestion or Intent.VariantQuestion or Intent.PriceInquiry;

    [GeneratedRegex(@"^\W*((hi|hello|hey|ok|okay|so|and|but|also|well|thanks|please|quick question|just wondering)\W+)*((how|what|what['’]?s|whats|who|who['’]?s|when|where|which|why|can|could|may|must|should|do|does|did|is|are|will|would|am|if)\b|i (was )?wonder)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(my|this|that|the|an|last|previous|recent) (order|parcel|package|purchase|delivery)\b|\bmy (last|recent|previous) \w+\b|(^|[.,;!?] ?|\b(and|but|because) )(i|we)( would|['’]d)? (want|need|like|bought|ordered|got|received)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OwnOrder();

    [GeneratedRegex(@"\b(looking for|show|recommend|suggest|have you got|(do|does|did) (you|u|the shop)( guys)?( also)? (have|sell|carry|stock)|got any|any (good|nice|other)|in stock|on sale|best|which (one|of)|(price|cost) of|how much (is|are|does|do|for))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WantsGoods();
}
