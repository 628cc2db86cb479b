using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Countries that shoppers ask about, and the names under which a shop's pages may speak of them: Germany is part of the European Union.</summary>
internal static class Destinations
{
    private const string Union = "Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece Hungary Ireland Italy Latvia Lithuania Luxembourg Malta Netherlands Poland Portugal Romania Slovakia Slovenia Spain Sweden";
    private const string Others = """
        Argentina Australia Brazil Canada Chile China Colombia Egypt Hong_Kong Iceland India Indonesia Israel Japan Kenya Korea South_Korea Malaysia Mexico Morocco New_Zealand Nigeria Norway Peru Philippines Puerto_Rico Qatar Russia
        Saudi_Arabia Serbia Singapore South_Africa Switzerland Taiwan Thailand Turkey Ukraine United_Kingdom United_States United_Arab_Emirates Vietnam Alaska Hawaii Africa Asia
        """;

    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["UK"] = "United Kingdom", ["Britain"] = "United Kingdom", ["Great Britain"] = "United Kingdom", ["England"] = "United Kingdom", ["Scotland"] = "United Kingdom", ["Wales"] = "United Kingdom", ["London"] = "United Kingdom",
        ["USA"] = "United States", ["America"] = "United States", ["the States"] = "United States", ["California"] = "United States", ["Texas"] = "United States", ["Florida"] = "United States",
        ["Holland"] = "Netherlands", ["Czech Republic"] = "Czechia", ["Deutschland"] = "Germany", ["Alemania"] = "Germany", ["Allemagne"] = "Germany", ["Österreich"] = "Austria", ["Autriche"] = "Austria", ["Frankreich"] = "France", ["Francia"] = "France", ["Spanien"] = "Spain", ["España"] = "Spain", ["Espagne"] = "Spain", ["Schweiz"] = "Switzerland", ["Suisse"] = "Switzerland", ["Belgien"] = "Belgium", ["Belgique"] = "Belgium", ["Kanada"] = "Canada", ["Canadá"] = "Canada", ["Europe"] = "European Union", ["the EU"] = "European Union", ["Berlin"] = "Germany", ["Paris"] = "France", ["Toronto"] = "Canada", ["Sydney"] = "Australia", ["Tokyo"] = "Japan", ["UAE"] = "United Arab Emirates", ["Dubai"] = "United Arab Emirates",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OfUnion = Union.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Said, string Country)[] All =
    [
        .. OtherNames.Select(n => (n.Key, n.Value)),
        .. $"{Union} {Others}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(c => c.Replace('_', ' ')).Select(c => (c, c)), ("European Union", "European Union"),
    ];

    /// <summary>The country that a question names, under its usual name; null when it names none.</summary>
    public static string? Named(string question) =>
        All.Where(p => Regex.IsMatch(question, $@"\b{Regex.Escape(p.Said)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
            .OrderByDescending(p => p.Said.Length).Select(p => p.Country).FirstOrDefault();

    /// <summary>How pages may speak of a country: by itself, or as part of a union.</summary>
    public static IReadOnlyList<string> NamesOf(string country) => country switch
    {
        "United Kingdom" => [country, "UK"],
        "United States" => [country, "U.S.", "USA"],
        "European Union" => [country, "EU "],
        "Hawaii" or "Alaska" or "Puerto Rico" => [country],
        _ when OfUnion.Contains(country) => [country, "European Union", "EU "],
        _ => [country],
    };
}
