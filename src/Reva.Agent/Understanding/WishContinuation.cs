using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Understanding;

/// <summary>Whether a message goes on with a wish about an order: answers its question, corrects it, takes it back. What asks something else is left alone. Pure.</summary>
internal static partial class WishContinuation
{
    private const int FewWords = 6;
    private const int MostWords = 40;

    /// <summary>The intent of the wish that the message goes on with; null when it is about something else.</summary>
    public static Intent? Of(MessageMeaning meaning, string text, ConversationMemory memory)
    {
        if (meaning.Intent is Intent.HumanRequest || meaning.LegalOrSafety || text.Length == 0)
            return null;
        if (NewWish(meaning, text, memory) is { } begun)
            return begun;
        if (memory.OrderWishes is not [.., var last])
            return null;
        if (Extended(text, memory.OrderWishes) is { } denied)
            return WishIntents.Of(denied.Kind);
        var wish = memory.OrderWishes.LastOrDefault(w => w.Step is not (WishStep.Proposed or WishStep.Said or WishStep.Denied)) ?? last;
        return GoesOn(meaning, text, wish) ? WishIntents.Of(wish.Kind) : null;
    }

    /// <summary>The denied wish that is now wished of another item: 'and the french press?'; null when none is.</summary>
    public static OrderWish? Extended(string text, ImmutableArray<OrderWish> wishes) =>
        Adding().IsMatch(text) && WishReader.Read(text, []).Count == 0 ? wishes.LastOrDefault(w => w.Step == WishStep.Denied && NamesItems(text, w)) : null;

    // The classifier knows wishes by the way they are mostly said; a verb that says one plainly counts beside it.
    private static Intent? NewWish(MessageMeaning meaning, string text, ConversationMemory memory)
    {
        if (meaning.Intent == Intent.OrderStatus && meaning.Parts.IsEmpty && Besides().IsMatch(text) && WishReader.Read(text, []) is [var beside, ..])
            return WishIntents.Of(beside.Kind);
        var known = memory.Identity.Email is not null || meaning.Entities is { OrderNumbers.IsEmpty: false } or { Emails.IsEmpty: false };
        // What came broken or wrong is to be put right, whatever it is called.
        if (known && meaning.Intent == Intent.Complaint && (memory.FocusOrderNumber is not null || !meaning.Entities.OrderNumbers.IsEmpty) && ReasonReader.IsFault(ReasonReader.Read(text)))
            return WishReader.Read(text, meaning.Entities.OrderNumbers) is [var plain, ..] ? WishIntents.Of(plain.Kind) : Intent.RefundRequest;
        if (!known || meaning.Intent.ChangesOrder() || (IsGeneral(text) && !AsksWhatItBrings().IsMatch(text)) || meaning.Intent is Intent.OrderStatus && !Wanting().IsMatch(text))
            return null;
        var said = WishReader.Read(text, meaning.Entities.OrderNumbers);
        return said.Count > 0 && Wanting().IsMatch(text) ? WishIntents.Of(said[0].Kind) : null;
    }

    private static bool GoesOn(MessageMeaning meaning, string text, OrderWish wish)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > MostWords || meaning.Intent is Intent.Greeting or Intent.Thanks)
            return false;
        if (wish.Step == WishStep.Offered)
            return meaning.Entities.Answer is not null;
        if (WishMerge.Withdraws(text) && words <= FewWords + 2)
            return true;
        if (wish.Step == WishStep.Instead && VariantReader.AsksWhatThereIs(text))
            return true;
        if (text.Contains('?', StringComparison.Ordinal) && !Correcting().IsMatch(text))
            return false;
        return wish.Step switch
        {
            WishStep.Items => NamesItems(text, wish),
            WishStep.Instead => NamesItems(text, wish) || VariantReader.NamesAVariant(text) || (words <= FewWords && text.Any(char.IsAsciiDigit)),
            WishStep.Address => AddressReader.Read(text, null, awaited: true) is not null && (text.Any(char.IsAsciiDigit) || text.Contains(',', StringComparison.Ordinal) || (words <= FewWords && meaning.Intent is not (Intent.ProductSearch or Intent.ShippingQuestion or Intent.GeneralInquiry))),
            WishStep.Payment => words <= FewWords + 2,
            WishStep.Proposed when WishMerge.Hesitates(text) => true,
            WishStep.Proposed when wish.Address is not null && AddressReader.Read(text, null, awaited: false) is not null => true,
            WishStep.Proposed when meaning.Entities.OrderNumbers.Length > 0 && words <= FewWords => true,
            WishStep.Proposed when wish.Kind is ActionKind.ChangeItems or ActionKind.ExchangeItems && words <= FewWords + 2 && VariantReader.NamesAVariant(text) => true,
            WishStep.Proposed => Correcting().IsMatch(text) && (NamesItems(text, wish) || VariantReader.NamesAVariant(text) || text.Any(char.IsAsciiDigit) || WishReader.Read(text, []).Count > 0),
            _ => false,
        };
    }

    private static bool NamesItems(string text, OrderWish wish) =>
        Places().IsMatch(text) || (ItemWords.Of(text) is { Length: > 0 } words && wish.Options.Any(o => ItemWords.Touch(words, o.Text)));

    private static bool IsGeneral(string text) => General().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(please|pls|i('d| would)? (want|like|need|wish)|i wanna|can (you|u|i)|could (you|i)|would you|let me|i('m| am) (sending|returning)|give me|get (me|my)|want to|need to|instead|actually|wrong|moved|needed|refund|ret?r?urn|retrun|canc\w*|exchange|swap|send|change|add|remove)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Wanting();

    // 'How much would I get back if I return one?' is answered by the card itself.
    [GeneratedRegex(@"\bhow much\b[^.;!?\n]{0,40}\b(back|refund\w*)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex AsksWhatItBrings();

    [GeneratedRegex(@"\b(how (do|does|long|much|can)|what('s| is| are) (your|the)|do you (have|offer|accept|sell|ship|do)|policy|where (is|are|'s)|when (will|does|is))\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex General();

    [GeneratedRegex(@"\b(actually|instead|rather|i meant|i mean|no wait|wait|sorry|oops|not the|not that|only|just|also|as well|too|make it|make that|better|in fact|on second thought|correction|and the|except|but (keep|use|make|send|take|with|in|to|not|please)|hm+|oh)\b|^\W*no\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Correcting();

    // 'Where is #1369? And cancel it please': a wish that follows a question by a word of its own.
    [GeneratedRegex(@"(\?|\band|\bthen)\W+(and |then |please |also |just |can you |could you |i('d| would) (like|want) to |i want to )*(cancel|return|refund|exchange|swap|change|send it back)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Besides();

    [GeneratedRegex(@"\b(everything|all|both|whole|first|second|third|fourth|last|1st|2nd|3rd|number \d|one|two|three|it all)\b|^\W*\d{1,2}\W*$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Places();

    [GeneratedRegex(@"^\W*(ok(ay)?|right|well|fine|hm+|oh)?\W*((and|or|but) )?(what|how) about\b|^\W*(ok(ay)?|right|well|fine|hm+|oh)?\W*(and|or|then|but) (just |only |at least |maybe )?(the|my|both|those|these)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Adding();
}
