using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding.Foreign;

/// <summary>Days of the week, 'tomorrow' and spans of time that a text names in another language, each with its English word. Pure.</summary>
internal static partial class ForeignTimes
{
    private static readonly FrozenDictionary<string, string> DayNames = new (string English, string Others)[]
    {
        ("tomorrow", "morgen demain mañana domani amanhã"), ("yesterday", "gestern ayer ieri gisteren ontem"),
        ("Monday", "montag lundi lunes lunedì maandag segunda-feira"), ("Tuesday", "dienstag mardi martes martedì dinsdag terça-feira"),
        ("Wednesday", "mittwoch mercredi miércoles mercoledì woensdag quarta-feira"), ("Thursday", "donnerstag jeudi jueves giovedì donderdag quinta-feira"),
        ("Friday", "freitag vendredi viernes venerdì vrijdag sexta-feira"), ("Saturday", "samstag sonnabend samedi sábado sabato zaterdag"),
        ("Sunday", "sonntag dimanche domingo domenica zondag"),
    }.SelectMany(d => d.Others.Split(' ').Select(other => (other, d.English))).ToFrozenDictionary(d => d.other, d => d.English, StringComparer.Ordinal);

    /// <summary>Days by name.</summary>
    public static IEnumerable<(string Written, string English)> Days(string sentence)
    {
        var before = "";
        foreach (Match word in Word().Matches(sentence))
        {
            if (!IsMorning(before, word.Value) && DayNames.TryGetValue(word.Value.ToLowerInvariant(), out var english))
                yield return (word.Value, english);
            before = word.Value.ToLowerInvariant();
        }
    }

    /// <summary>Spans, with their figures and 'day', 'hour', 'week' or 'month'.</summary>
    public static IEnumerable<(string Written, IEnumerable<string> Figures, string Unit)> Spans(string sentence) =>
        Span().Matches(sentence).Select(m => (m.Value, m.Groups["n"].Captures.Select(c => c.Value), new[] { "day", "hour", "week", "month" }.Single(unit => m.Groups[unit].Success)));

    // 'Guten Morgen', 'por la mañana': the same word is a time of day.
    private static bool IsMorning(string before, string word) => word == "Morgen" || (word is "morgen" or "mañana" && before is "guten" or "goede" or "de" or "la" or "esta" or "cada");

    [GeneratedRegex(@"\p{L}+(-feira)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,3})( ?(-|–|bis|à|a|o|ou|of|tot|oder|y|e|et|und|en|até) ?(?<n>[0-9]{1,3}))?[ \u00A0\u202F-]((?<day>(Werk|Arbeits|Geschäfts)?Tag(en?)?|jours?|d[ií]as?|giorn[oi]|(werk)?dag(en)?)|(?<hour>Stunden?)|(?<week>Wochen?|semaines?|semanas?|settiman[ae]|weken)|(?<month>Monat(en?)?|mois|mes(es|[ei])?|maand(en)?))\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
