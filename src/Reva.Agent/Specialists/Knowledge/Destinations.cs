using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Countries that shoppers ask about, by their own names, in other languages and by their cities; and the names under which a shop's pages may speak of them: Germany is part of the European Union.</summary>
internal static class Destinations
{
    private static readonly CountryFile Countries = DataFiles.Read<CountryFile>("countries.json");

    private static readonly FrozenSet<string> OfUnion = Countries.EuropeanUnion.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // The longest name first: who says South Korea does not mean Korea.
    private static readonly (string Said, string Country)[] All =
        [.. Countries.Places.SelectMany(p => p.Value.Append(p.Key), (p, said) => (said, p.Key)).OrderByDescending(p => p.said.Length)];

    /// <summary>The country that a question names, under its usual name; null when it names none.</summary>
    public static string? Named(string question) => All.FirstOrDefault(p => HasWord(question, p.Said)).Country;

    /// <summary>The question with the country's usual name in place of how it was called, or without it when <paramref name="country"/> is another: pages speak of countries, not of cities.</summary>
    public static string Retold(string question, string country)
    {
        var named = All.Where(p => HasWord(question, p.Said)).ToArray();
        // Of South Korea and the Korea in it only the longer was said.
        foreach (var (said, meant) in named.Where(n => !named.Any(m => m.Said.Length > n.Said.Length && m.Said.Contains(n.Said, StringComparison.OrdinalIgnoreCase))))
            question = question.Replace(said, meant == country ? country : "", StringComparison.OrdinalIgnoreCase);
        return question;
    }

    /// <summary>How pages may speak of a country: by itself, or as part of a union.</summary>
    public static IReadOnlyList<string> NamesOf(string country) => country switch
    {
        "United Kingdom" => [country, "UK"],
        "United States" => [country, "U.S.", "USA"],
        "European Union" => [country, "EU "],
        _ when OfUnion.Contains(country) => [country, "European Union", "EU "],
        _ => [country],
    };

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }

    private sealed record CountryFile(string[] EuropeanUnion, Dictionary<string, string[]> Places);
}
