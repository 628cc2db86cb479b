using System.Collections.Frozen;
using System.Text.Json;
using Reva.Core.Search;

namespace Reva.Core.Catalog;

/// <summary>
/// Which plain colours a colour's name belongs to, for what shoppers say and for what shops write: <c>Moss</c> is green, <c>Teal</c> is
/// turquoise first, but to most eyes green or blue as well. The names are in <c>colors.json</c>.
/// </summary>
public static class ColorFamilies
{
    private static readonly ColorList List = Read();

    private static readonly FrozenDictionary<string, string[]> Families = List.Families
        .SelectMany(f => f.Value.Names.Select(name => (name, family: f.Key, main: true)).Concat(f.Value.Also.Select(name => (name, family: f.Key, main: false))))
        .GroupBy(p => p.name, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.main).Select(p => p.family).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubtful = List.Doubtful.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Neutral = FrozenSet.Create(StringComparer.Ordinal, "dark", "light", "bright", "deep", "pale", "melange");

    /// <summary>The plain colours of a name, the main one first; empty when it is not known to be a colour. Of several words the last known one decides: <c>Forest Night Blue</c>.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Families.TryGetValue(name.Trim().ToLowerInvariant(), out var whole))
            return whole;
        foreach (var word in Words(name).Reverse())
        {
            if (Families.TryGetValue(word, out var families))
                return families;
        }
        return [];
    }

    /// <summary>The main plain colour of exactly this lower-case word or phrase; null when it is no colour.</summary>
    public static string? OfWord(string word) => Families.TryGetValue(word, out var families) ? families[0] : null;

    /// <summary>Whether a lower-case word is a colour only where other words say so: 'rose', 'coffee', 'sand'.</summary>
    public static bool IsDoubtful(string word) => Doubtful.Contains(word);

    /// <summary>Whether a shopper who says <paramref name="wish"/> would take <paramref name="shopColor"/> for it.</summary>
    public static bool Matches(string wish, string shopColor)
    {
        var wished = Words(wish);
        // A name that is more than a plain colour means itself first: 'moss' is not any green.
        if (Words(shopColor).Intersect(wished, StringComparer.Ordinal).Any(w => !Neutral.Contains(w)))
            return true;
        return wished.Reverse().FirstOrDefault(IsPlain) is { } plain && Of(shopColor).Contains(OfWord(plain), StringComparer.Ordinal);
    }

    /// <summary>Whether the word is the name of a family, in any usual spelling.</summary>
    public static bool IsPlain(string word) => List.Families.ContainsKey(word) || word is "gray" or "multicolor" or "multi";

    private static string[] Words(string name) => [.. TextWords.Split(name).SelectMany(w => w.Split('-'))];

    private static ColorList Read()
    {
        using var stream = typeof(ColorFamilies).Assembly.GetManifestResourceStream("Catalog.colors.json")
            ?? throw new InvalidOperationException("colors.json is missing from the assembly.");
        return JsonSerializer.Deserialize<ColorList>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException("colors.json is empty.");
    }

    private sealed record ColorList(Dictionary<string, Family> Families, string[] Doubtful);

    private sealed record Family(string[] Names)
    {
        public string[] Also { get; init; } = [];
    }
}
