using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Languages;

/// <summary>Tells languages apart by their small words and letters of their own. Too short to tell keeps the language spoken before.</summary>
internal static class LanguageReader
{
    private const double Certain = 2.0;

    private static readonly FrozenDictionary<string, string[]> LanguagesByWord = DataFiles.Read<Dictionary<string, string[]>>("languages.json")
        .SelectMany(l => l.Value.Distinct(StringComparer.Ordinal).Select(word => (Word: Plain(word), Language: l.Key)))
        .Distinct()
        .GroupBy(p => p.Word, p => p.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static readonly (string Letters, string Language)[] Letters = [("äöüß", "de"), ("ñ¿¡", "es"), ("çœêèù", "fr"), ("ãõ", "pt"), ("ò", "it"), ("ĳ", "nl")];

    /// <summary>ISO 639-1.</summary>
    public static string Read(MessageText text, string before)
    {
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count && i < 100; i++)
        {
            if (!LanguagesByWord.TryGetValue(text[i].Plain, out var languages))
                continue;
            foreach (var language in languages)
                scores[language] = scores.GetValueOrDefault(language) + (1.5 / languages.Length);
        }
        foreach (var (letters, language) in Letters)
        {
            if (text.Source.AsSpan(0, Math.Min(text.Source.Length, 1000)).IndexOfAny(letters) >= 0)
                scores[language] = scores.GetValueOrDefault(language) + 1;
        }
        if (scores.Count == 0)
            return before;
        var (best, score) = scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key == before ? 0 : 1).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        var held = scores.GetValueOrDefault(before);
        // A foreign word or two in the language spoken so far does not change it.
        return best == before || (score >= Certain && score >= held + 1 && score >= text.Count * 0.25) ? best : before;
    }

    private static string Plain(string word) => new MessageText(word) is { Count: > 0 } text ? text[0].Plain : word;
}
