using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads why something comes back, as tools name reasons. Pure.</summary>
internal static partial class ReasonReader
{
    /// <summary>The reason; null when none is told.</summary>
    public static string? Read(string text) =>
        Faulty().IsMatch(text) ? "defective"
        : Wrong().IsMatch(text) ? "wrong_item"
        : Described().IsMatch(text) ? "not_as_described"
        : Small().IsMatch(text) ? "size_too_small"
        : Large().IsMatch(text) ? "size_too_large"
        : Color().IsMatch(text) ? "color"
        : Style().IsMatch(text) ? "style"
        : Unwanted().IsMatch(text) ? "unwanted"
        : null;

    /// <summary>Whether the shop has to answer for it.</summary>
    public static bool IsFault(string? reason) => reason is "defective" or "wrong_item" or "not_as_described";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(broken?|broke|brokn|faulty|defect\w*|damaged?|damged|torn|tore|ripped|crack\w*|chipped|scratched|stained|leak\w*|dead|doesn'?t (work|turn on|charge|close|heat)|does not work|not working|stopped working|won'?t (turn on|work|charge|close|heat)|fell apart|falling apart|smashed|shattered|malfunction\w*|dent(ed)?)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Faulty();

    [GeneratedRegex(@"\b(wrong (item|product|thing|article|order|one was|model)|not what i (ordered|bought|wanted)|something else in (the|my) (box|parcel|package)|sent (me )?the wrong|received the wrong|got the wrong (item|product|thing)|different (item|product) than)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\b(not as (described|pictured|advertised|shown)|doesn'?t (look|match) (like )?the (picture|photo|description)|looks? (nothing|different) (like|from|than))\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Described();

    [GeneratedRegex(@"\btoo (small|tight|short|narrow|little)\b|\b(need|want|get|go) (it |them |a |one )?(size )?(bigger|larger|up)\b|\bdoesn'?t fit over\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Small();

    [GeneratedRegex(@"\btoo (big|large|loose|long|wide|baggy)\b|\b(need|want|get) (it |them |a |one )?(size )?smaller\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Large();

    [GeneratedRegex(@"\b((don'?t|do not|didn'?t) like the colou?r|colou?r (is|was|looks|isn'?t|doesn'?t)|wrong colou?r)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Color();

    [GeneratedRegex(@"\b((don'?t|do not|didn'?t) like (the |its )?(style|look|cut|design|shape)|not my style|looks? (ugly|awful|terrible|bad))\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Style();

    [GeneratedRegex(@"\b(changed (my|her|his|our) mind|(don'?t|do not|no longer|didn'?t) (want|need|like|love|use)|never (used|opened|worn)|not needed|unwanted|by mistake|accident\w*|ordered (too many|twice)|too many|duplicate|found (it )?cheaper|disappointed|not happy|a gift|not for me|hate)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Unwanted();
}
