using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.General;

/// <summary>Turns a complaint into the question that a shop's page may answer: what happens when something is damaged, lost or wrong.</summary>
internal static partial class Troubles
{
    /// <summary>The question; null when the trouble is none of the usual.</summary>
    public static string? QuestionOf(string complaint) =>
        NotOfGoods().IsMatch(complaint) ? null
        : WornOut().IsMatch(complaint) ? "What does the warranty cover, and how do I claim it?"
        : Damaged().IsMatch(complaint) ? "What happens when something arrived damaged or faulty?"
        : Lost().IsMatch(complaint) ? "What happens when a parcel is lost or late?"
        : Wrong().IsMatch(complaint) ? "What happens when you sent the wrong thing?"
        : null;

    /// <summary>Whether something that was bought broke in use.</summary>
    public static bool IsWear(string text) => WornOut().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    // A code, a page or a payment that does not work is no parcel's damage.
    [GeneratedRegex(@"\b(discount|promo|coupon|voucher|gift|code|website|site|page|checkout|link|button|payment|card|app|login|log in|password|account|chat)\b.{0,25}\b(broken|doesn'?t work|not working|won'?t|fails?|failed|error|invalid|declined|rejected)\b", Options)]
    private static partial Regex NotOfGoods();

    // What broke in use is a matter of the warranty, not of the parcel.
    [GeneratedRegex(@"\b(broke|broken|tore|torn|ripped|split|came (off|apart|loose)|fell apart|stopped working|gave out|worn (out|through)|peel(ed|ing)|delaminat(ed|ing)|leak(s|ed|ing)?)\b.{0,40}\b(after|since|within|in|already)\b.{0,20}\b(days?|weeks?|months?|years?|once|twice|wears?|uses?)\b|\b(zip|zipper|seam|strap|buckle|sole|handle|button|stitching)s?\b.{0,15}\b(is |are |has |have |just )?(broke|broken|gone|came|come|torn|tore|ripped|split|failed|stuck|jammed)\b", Options)]
    private static partial Regex WornOut();

    [GeneratedRegex(@"\b(broken|broke|damaged|torn|ripped|cracked|defective|faulty|smashed|scratched|leak(s|ing|ed)?|doesn'?t work|not working|stopped working|fell apart|hole|stained)\b", Options)]
    private static partial Regex Damaged();

    [GeneratedRegex(@"\b(late|lost|never (came|arrived|got|received)|missing|not (arrived|received|there)|didn'?t (arrive|come|receive|get)|hasn'?t (arrived|come)|stolen|still waiting)\b", Options)]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(wrong|different|not what i ordered|someone else'?s)\b", Options)]
    private static partial Regex Wrong();
}
