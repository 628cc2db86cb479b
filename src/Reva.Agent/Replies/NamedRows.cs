using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Replies;

/// <summary>A number, or a range of them, with its unit.</summary>
internal readonly record struct Measured(double Low, double High, string Unit);

/// <summary>Finds the row of a table that a question names: 'size M', 'overnight', '120 cm', '16 inches'.</summary>
internal static partial class NamedRows
{
    private const int MostWordsOfName = 4;

    /// <summary>
    /// Whether the sentence is a row whose first cell the question says, or that holds a number with its unit as the question does.
    /// <paramref name="title"/> stands above the row with the names of its columns: a name that they say too tells nothing, and one word alone needs another that points there.
    /// </summary>
    public static bool Fits(AskedQuestion question, ReadSentence sentence, string title)
    {
        if (!TableRows.IsRow(sentence.Text))
            return false;
        var name = sentence.Text[..sentence.Text.IndexOf('|', StringComparison.Ordinal)].Trim();
        if (name.Length > 0 && name.Count(c => c == ' ') < MostWordsOfName && Says(question.Text, name))
        {
            var (named, stands) = (Words.Of(name), Words.Of($"{title} {sentence.Sentence.Lead}"));
            if (!(named.Count > 0 && named.IsSubsetOf(stands)) && (named.Count > 1 || question.Words.Count < 2 || question.Words.Any(a => a.Answers.Overlaps(stands))))
                return true;
        }
        return question.Measures.Any(asked => sentence.Measures.Any(told => told.Unit == asked.Unit && asked.Low >= told.Low && asked.Low <= told.High));
    }

    /// <summary>Whether the question gives a measure: '120 cm', 'a 16 inch laptop'.</summary>
    public static bool Measures(string question) => Measure().IsMatch(question);

    /// <summary>The numbers with units that a text gives.</summary>
    public static IReadOnlyList<Measured> MeasuresOf(string text) =>
    [
        .. Measure().Matches(text).Select(m => (Low: Number(m.Groups["low"]), High: m.Groups["high"], Unit: Unit(m.Groups["unit"].Value)))
            .Select(m => new Measured(m.Low, m.High.Success ? Number(m.High) : m.Low, m.Unit)),
    ];

    private static bool Says(string question, string name)
    {
        for (var at = question.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = question.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            // The M of a size, not that of 'I'm'.
            var alone = (at == 0 || !(char.IsLetterOrDigit(question[at - 1]) || question[at - 1] is '\'' or '’')) && (end == question.Length || !char.IsLetterOrDigit(question[end]));
            if (alone && (name.Length > 2 || question.AsSpan(at, name.Length).SequenceEqual(name)))
                return true;
        }
        return false;
    }

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    private static string Unit(string written) => written.ToLowerInvariant() switch
    {
        "inch" or "inches" or "\"" or "in" => "in",
        "litre" or "litres" or "liter" or "liters" or "l" => "l",
        "year" or "years" or "year-old" or "years old" => "year",
        var other => other,
    };

    [GeneratedRegex(@"\b(?<low>\d+(\.\d+)?)( ?[–-] ?(?<high>\d+(\.\d+)?))?[ -]?(?<unit>cm|mm|kg|g|lb|oz|inches|inch|in|litres?|liters?|l|years?|°C|people|persons?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();
}
