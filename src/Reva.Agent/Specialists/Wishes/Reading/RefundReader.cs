using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads what is to be paid back and how. Pure.</summary>
internal static partial class RefundReader
{
    /// <summary>The wish with what the words say of it; the latest words win.</summary>
    public static OrderWish Read(string text, OrderWish wish) => wish with
    {
        Shipping = wish.Shipping || Shipping().IsMatch(text),
        Amount = Sum().Match(text) is { Success: true } sum && decimal.TryParse(sum.Groups["n"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && amount > 0 ? amount : wish.Amount,
        Whole = wish.Whole || Whole().IsMatch(text),
        RefundTo = Credit().IsMatch(text) ? "store_credit" : Original().IsMatch(text) ? null : wish.RefundTo,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b((shipping|delivery|postage)( (cost|costs|fee|fees|charge|charges|price|money))?)\b(?=[^.;\n]*\b(back|refund\w*|return|reimburs\w*|please)\b)|\b(refund|reimburse|pay back|give me back|get back)\w*\b[^.;\n]{0,30}\b(shipping|delivery (cost|fee|charge)s?|postage)\b", Options, 1000)]
    private static partial Regex Shipping();

    [GeneratedRegex(@"[$€£]\s?(?<n>\d{1,6}(\.\d{1,2})?)|\b(?<n>\d{1,6}(\.\d{1,2})?)\s?(dollars|bucks|usd|euros?|pounds|gbp)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Sum();

    [GeneratedRegex(@"\b(full refund|whole (order|amount|sum|thing)|entire (order|amount)|everything|refund (the|my|this) (whole )?order|all (of )?(my|the) money|all of it)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(store credit|shop credit|credit (note|with you)|as credit|gift card|voucher)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Credit();

    [GeneratedRegex(@"\b(original payment|(to|on) my (card|account|paypal|bank)|not (store )?credit|rather (the )?money)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Original();
}
