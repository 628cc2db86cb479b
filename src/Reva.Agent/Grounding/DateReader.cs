using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Days that a text names. Pure.</summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // In German, French, Spanish, Italian, Dutch and Portuguese, as written in full and as often cut short.
    private static readonly FrozenDictionary<string, int> MonthNames = new[]
    {
        "januar jänner janvier janv enero ene gennaio januari janeiro", "februar février févr febrero febbraio februari fevereiro fev", "märz mär mars marzo maart mrt março",
        "april avril avr abril abr aprile", "mai mayo maggio mag mei maio", "juni juin junio giugno giu junho", "juli juillet juil julio luglio lug julho", "august août agosto ago augustus",
        "september septembre sept septiembre settembre setembro", "oktober okt octobre octubre ottobre ott outubro", "november novembre noviembre novembro", "dezember dez décembre déc diciembre dic dicembre december dezembro",
    }.SelectMany((names, i) => names.Split(' ').Select(name => (name, i + 1))).ToFrozenDictionary(m => m.name, m => m.Item2, StringComparer.Ordinal);

    /// <summary>The days, as month and day of month; figures that can be read both ways give both.</summary>
    public static IEnumerable<(int Month, int Day, string Written)> Days(string text)
    {
        foreach (Match match in Iso().Matches(text))
            yield return (Number(match, "month"), Number(match, "day"), match.Value);
        foreach (Match match in Named().Matches(text))
            yield return (Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1, Number(match, "day"), match.Value);
        foreach (Match match in Foreign().Matches(text))
        {
            if (MonthNames.TryGetValue(match.Groups["name"].Value.ToLowerInvariant(), out var month))
                yield return (month, Number(match, "day"), match.Value);
        }
        foreach (Match match in Dotted().Matches(text).Where(m => Number(m, "month") is > 0 and <= 12))
            yield return (Number(match, "month"), Number(match, "day"), match.Groups["date"].Value);
    }

    /// <summary>Whether a word is a month in one of the languages that write a full stop after the day: '12. Oktober'.</summary>
    public static bool IsMonth(string word) => MonthNames.ContainsKey(word.ToLowerInvariant());

    /// <summary>Dates in figures, read as month/day and as day/month.</summary>
    public static IEnumerable<(int One, int Other, string Written)> Figures(string text)
    {
        foreach (Match match in Slashed().Matches(text))
            yield return (Number(match, "one"), Number(match, "other"), match.Value);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b20[0-9]{2}-(?<month>[0-9]{2})-(?<day>[0-9]{2})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(st|nd|rd|th)? (of )?(?<name>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b|\b(?<name>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.? (the )?(?<day>[0-9]{1,2})(st|nd|rd|th)?\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?<day>[0-9]{1,2})(er|\.?[º°ª]|\.)?[ \u00A0\u202F]?(de )?(?<name>\p{L}+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\b(?<date>(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.20[0-9]{2}|(?<day>[0-9]{2})\.(?<month>[0-9]{2})\.[0-9]{2})\b|\b([Aa]m|[Vv]om|[Zz]um|[Bb]is|[Dd]en|[Dd]em|[Aa]b) (?<date>(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.)([^0-9]|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\b(?<one>[0-9]{1,2})(/(?<other>[0-9]{1,2})/(20)?[0-9]{2}|-(?<other>[0-9]{1,2})-20[0-9]{2})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slashed();
}
