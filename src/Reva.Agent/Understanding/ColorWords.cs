using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding;

/// <summary>Which plain colour a colour word belongs to: moss, olive and sage are green.</summary>
public static class ColorWords
{
    private static readonly ColorList List = DataFiles.Read<ColorList>("colors.json");

    private static readonly FrozenDictionary<string, string> Families = List.Families
        .SelectMany(f => f.Value.Select(word => (word, family: f.Key)))
        .DistinctBy(p => p.word)
        .ToFrozenDictionary(p => p.word, p => p.family, StringComparer.Ordinal);

    private static readonly FrozenSet<string> NeedSupport = List.OnlyWithSupport.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The plain colour of a word or name in any case ('Moss' → <c>green</c>, 'Deep Navy' → <c>blue</c>); null for what is no colour.</summary>
    public static string? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Trim().ToLowerInvariant();
        if (Families.TryGetValue(plain, out var family))
            return family;
        // The last word of a name says what it is: 'Forest Night Blue'.
        foreach (var word in plain.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (Families.TryGetValue(word, out family))
                return family;
        }
        return null;
    }

    /// <summary>Whether a shop's colour is what a shopper calls it: 'Moss' is green, 'Navy' is blue, 'Moss' is moss.</summary>
    public static bool Fits(string shopColor, string said)
    {
        ArgumentNullException.ThrowIfNull(shopColor);
        ArgumentNullException.ThrowIfNull(said);
        return shopColor.Contains(said, StringComparison.OrdinalIgnoreCase)
            || (Of(shopColor) is { } family && Families.TryGetValue(said.Trim().ToLowerInvariant(), out var wished) && family == wished && said.Trim().Equals(wished, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The plain colour of exactly this word.</summary>
    internal static string? OfWord(string word) => Families.GetValueOrDefault(word);

    /// <summary>Whether a word is a colour only where others say so: 'rose', 'coffee', 'sand'.</summary>
    internal static bool IsDoubtful(string word) => NeedSupport.Contains(word);

    private sealed record ColorList(Dictionary<string, string[]> Families, string[] OnlyWithSupport);
}
