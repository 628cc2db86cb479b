using System.Text.RegularExpressions;
using Reva.Core.Actions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>The turns of phrase by which a wish about an order begins.</summary>
internal static partial class WishVerbs
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Each kind with the phrases that begin it, the more telling ones first.</summary>
    public static IReadOnlyList<(ActionKind Kind, WishPhrases Phrases)> All { get; } =
    [
        (ActionKind.UpdateCustomerAddress, new(AccountAddress())),
        (ActionKind.ChangePaymentMethod, new(Payment())),
        (ActionKind.ApplyDiscount, new(Discount())),
        (ActionKind.ChangeAddress, new(Address(), EndOfMoving)),
        (ActionKind.CancelOrder, new(Cancel(), Unless(Terms()))),
        (ActionKind.ExchangeItems, new(Exchange())),
        (ActionKind.ReturnItems, new(Return(), Unless(Customer()))),
        (ActionKind.Refund, new(Refund())),
        (ActionKind.ChangeItems, new(Change())),
    ];

    // To send something is about its address only by where it is sent.
    private static int? EndOfMoving(string text, Match phrase) => phrase.Index + phrase.Length is var end && phrase.Groups["sending"].Success ? Sending.End(text, end) : end;

    // Looked at here: NonBacktracking of .NET 10 misses an optional tail that ends within a word.
    private static Func<string, Match, int?> Unless(Regex follows) =>
        (text, phrase) => phrase.Index + phrase.Length is var end && phrase.Groups["verb"].Success && follows.IsMatch(text.AsSpan(end)) ? null : end;

    // 'Your cancel policy', 'the cancel fee'.
    [GeneratedRegex(@"^ (polic|fee)", Options)]
    private static partial Regex Terms();

    // 'As a returning customer'.
    [GeneratedRegex(@"^ (customer|client|shopper|visitor)", Options)]
    private static partial Regex Customer();

    [GeneratedRegex(@"\b(my|the) (account|profile|customer|default|saved)('?s)? (\w+ )?address|\baddress (in|on|of|for|saved in) my (account|profile)|\b(account|profile) (to|with) (my|the|a) new address", Options)]
    private static partial Regex AccountAddress();

    [GeneratedRegex(@"\b(change|switch|update|use|put|move|charge)\b[^.;!?\n]{0,40}\b(payment( method)?|credit card|other card|another card|different card|new card|paypal|gift card|apple pay|visa|mastercard)\b|\bpay\b[^.;!?\n]{0,25}\b(with|by|via|using)\b|\b(wrong|other|different|another) (card|payment)\b", Options)]
    private static partial Regex Payment();

    [GeneratedRegex(@"\b(discount|coupon|promo(tion)?( code)?|voucher|money off|\d+ ?(%|percent|per cent) off|price reduction|knock something off)\b", Options)]
    private static partial Regex Discount();

    [GeneratedRegex(@"\b(change|update|correct|fix|edit|amend|new|wrong|different|another|modify|adjust|replace)\b[^.;!?\n]{0,45}\baddress\b|\b(?<sending>send|ship|deliver|redirect|reroute|forward|divert|get)\b|\b(i|we)('ve| have)? (just )?moved\b|\baddress (is|should be|to be|to)\b|\bwrong (street|postcode|zip|house number|address)\b", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?<verb>cancel|cancell?ing|cancel+ed|cancle|canel|cancell|cncel|call off|stop|scrap)\b|\bdon'?t (want|need) (it|them|the order|this order|my order|order \S+|that order) (any ?more|any longer)\b|\bno longer (want|need) (it|the order|this order|my order|order)\b|\b((not|isn'?t|aren'?t) needed (any ?more|any longer|after all)|no longer needed)\b|\b(don'?t|do not) (want|need) (the|my|that|those|this) \w+( \w+)? (any ?more|any longer|after all)\b", Options)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\b(exchang\w*|exhange|exchnage|swap\w*|trade|replacement|replace|replacing)\b|\b(in|for|get|need|want) (a |an |the |it in a |one )?(bigger|larger|smaller|different|another|other) (size|colou?r|one)\b|\bin (a )?(size )?\w+( \w+)? instead\b|\b(change|switch)\b[^.;!?\n]{0,40}\b(size|colou?r|variant|finish|capacity)\b|\b(picked|ordered|chose|got|bought|selected) the wrong (size|colou?r|one)\b|\bsize \S+ (instead|rather)\b|\b(have|get|want|need|prefer|like) (it|them|one|this|that|(the|my) \w+( \w+)?) in (a |an |size )?\w+|\b(should|was supposed to|were supposed to) (be|have been) (an? |in )?((size )?(x{0,3}[sl]|m|small|medium|large)|size \d{1,2})\b|\b(a|another) (new|fresh|replacement) one\b", Options)]
    private static partial Regex Exchange();

    [GeneratedRegex(@"\b(return|(?<verb>returning)|retrun|retun|send(ing)? (it|them|this|that|these|those|everything|one|both|some|all|my|the|\d)?[^.;!?\n]{0,40}\bback|give (it|them|the|this|that)[^.;!?\n]{0,30}\bback|bring (it|them|the)[^.;!?\n]{0,30}\bback|take (it|them|the|this)[^.;!?\n]{0,30}\bback|rma)\b", Options)]
    private static partial Regex Return();

    [GeneratedRegex(@"\b(refund\w*|refnd|reimburs\w*|money back|my money|pay me back|paid back|store credit|get [$€£]?\d+(\.\d+)? (\w+ )?back|give me [$€£]?\d+)\b", Options)]
    private static partial Regex Refund();

    [GeneratedRegex(@"\b(add|remove|take (out|off)|drop|leave out|take (the|one|a|my|two|2) [^.;!?\n]{1,40}\b(out|off)|change (the )?(quantity|amount|number|items?)|make (it|that|them) (just |only )?(\d|one|two|three|four)|(only|just) (\d|one|two|three)\b[^.;!?\n]{0,20}\binstead|(only|just) (need|want|wanted|needed|meant) (\d|one|two|three)|reduce|increase|one (more|less)|another)\b|\bchange (my |the )?(order|item)\b|\b(change|edit|modify) (what'?s|things) in\b", Options)]
    private static partial Regex Change();

    /// <summary>Words before a phrase that take it back: 'instead of returning'.</summary>
    [GeneratedRegex(@"\b(instead of|than|not|don'?t|do not|didn'?t|without|no longer|never|stop|and not|isn'?t|cannot|can'?t)( (want(ed)?|need|wish|like|going|trying|to|a|an|the|be|really|just|my|any)){0,3}\s*$", Options)]
    public static partial Regex Denying();
}
