using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Days that a text names. Pure.</summary>
internal static partial class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days, as month and day of month; figures that can be read both ways give both.</summary>
    public static IEnumerable<(int Month, int Day, string Written)> Days(string text)
    {
        foreach (Match match in Iso().Matches(text))
            yield return (Number(match, "month"), Number(match, "day"), match.Value);
        foreach (Match match in Named().Matches(text))
            yield return (Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1, Number(match, "day"), match.Value);
    }

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

    [GeneratedRegex(@"\b(?<one>[0-9]{1,2})/(?<other>[0-9]{1,2})/(20)?[0-9]{2}\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slashed();
}
