using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Replies;

/// <summary>Finds the row of a table that a question names: 'size M', 'overnight', '120 cm', '16 inches'.</summary>
internal static partial class NamedRows
{
    private const int MostWordsOfName = 4;

    /// <summary>
    /// Whether the sentence is a row whose first cell the question says, or that holds a number with its unit as the question does.
    /// <paramref name="above"/> is what stands above the row: a name that it says too tells nothing, and one word alone needs another that points there.
    /// </summary>
    public static bool Fits(string question, string sentence, string above)
    {
        if (!TableRows.IsRow(sentence))
            return false;
        var name = TableRows.Cells(sentence)[0];
        if (name.Length > 0 && name.Count(c => c == ' ') < MostWordsOfName && Says(question, name))
        {
            var (named, stands, asked) = (Words.Of(name), Words.Of(above), QuestionWords.Of(question));
            if (!(named.Count > 0 && named.IsSubsetOf(stands)) && (named.Count > 1 || asked.Count < 2 || asked.Any(a => a.Answers.Overlaps(stands))))
                return true;
        }
        return HoldsNumber(question, sentence);
    }

    /// <summary>Whether the question gives a measure: '120 cm', 'a 16 inch laptop'.</summary>
    public static bool Measures(string question) => Measured().IsMatch(question);

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

    private static bool HoldsNumber(string question, string sentence)
    {
        foreach (Match asked in Measured().Matches(question))
        {
            var value = double.Parse(asked.Groups["low"].Value, CultureInfo.InvariantCulture);
            var unit = Unit(asked.Groups["unit"].Value);
            foreach (Match told in Measured().Matches(sentence))
            {
                var low = double.Parse(told.Groups["low"].Value, CultureInfo.InvariantCulture);
                var high = told.Groups["high"].Success ? double.Parse(told.Groups["high"].Value, CultureInfo.InvariantCulture) : low;
                if (Unit(told.Groups["unit"].Value) == unit && value >= low && value <= high)
                    return true;
            }
        }
        return false;
    }

    private static string Unit(string written) => written.ToLowerInvariant() switch
    {
        "inch" or "inches" or "\"" or "in" => "in",
        "litre" or "litres" or "liter" or "liters" or "l" => "l",
        "year" or "years" or "year-old" or "years old" => "year",
        var other => other,
    };

    [GeneratedRegex(@"\b(?<low>\d+(\.\d+)?)( ?[–-] ?(?<high>\d+(\.\d+)?))?[ -]?(?<unit>cm|mm|kg|g|lb|oz|inches|inch|in|litres?|liters?|l|years?|°C|people|persons?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Measured();
}
