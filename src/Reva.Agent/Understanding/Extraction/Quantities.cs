using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>How many pieces a shopper speaks of: 'how much are two together', '3 of them'.</summary>
internal static class Quantities
{
    private const int Most = 99;

    private static readonly FrozenDictionary<string, int> Words = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["two"] = 2, ["couple"] = 2, ["pair"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["dozen"] = 12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>2 or more; null when no number of pieces is said.</summary>
    public static int? Of(MessageText text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i) || text[i].Before is '$' or '€' or '£' or '#' || text[i - 1].Plain is "number" or "option" or "first" or "last" or "the" or "these" or "those" or "under" or "over")
                continue;
            var number = Words.TryGetValue(text[i].Plain, out var word) ? word : text[i].IsInteger && int.TryParse(text[i].Plain, out var digits) ? digits : 0;
            if (number is >= 2 and <= Most && IsOfPieces(text[i + 1].Plain, text[i]))
                return number;
        }
        return null;
    }

    // 'two person tent', '2 weeks' and '15 inch' count something else.
    private static bool IsOfPieces(string next, Token number) => number.EndsClause
        || next is not ("person" or "man" or "people" or "persons" or "season" or "inch" or "inches" or "l" or "litre" or "liter" or "ml" or "g" or "kg" or "day" or "days" or "week" or "weeks" or "month" or "months"
            or "year" or "years" or "hours" or "minutes" or "percent" or "dollars" or "bucks" or "usd" or "eur" or "euros" or "miles" or "km" or "cm" or "mm" or "m" or "oz" or "lb" or "lbs" or "pm" or "am" or "degrees" or "times" or "business" or "cups" or "cup");
}
