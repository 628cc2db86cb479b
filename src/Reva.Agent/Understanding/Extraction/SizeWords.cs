using System.Collections.Frozen;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>How shoppers say sizes.</summary>
internal static class SizeWords
{
    private static readonly FrozenSet<string> Announcing = WordSets.Of("size sizes sized sz taille grosse talla maat");
    private static readonly FrozenSet<string> Systems = WordSets.Of("eu uk us eur");
    private static readonly FrozenSet<string> Leading = WordSets.Of("in a an is wear wears wearing need needs got get has take takes m only im want or and for to from also it usually");

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["xxs"] = "XXS", ["2xs"] = "XXS", ["xs"] = "XS", ["x-small"] = "XS", ["xsmall"] = "XS", ["xl"] = "XL", ["x-large"] = "XL", ["xlarge"] = "XL",
        ["xxl"] = "XXL", ["2xl"] = "XXL", ["xx-large"] = "XXL", ["xxxl"] = "XXXL", ["3xl"] = "XXXL", ["4xl"] = "4XL", ["xxxxl"] = "4XL", ["5xl"] = "5XL",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["s"] = "S", ["m"] = "M", ["l"] = "L", ["small"] = "S", ["medium"] = "M", ["med"] = "M", ["medum"] = "M", ["large"] = "L", ["lrg"] = "L",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a word says that a size follows.</summary>
    public static bool Announce(string word) => Announcing.Contains(word);

    /// <summary>Whether a word names a system of sizes ('EU 42').</summary>
    public static bool IsSystem(string word) => Systems.Contains(word);

    /// <summary>Letter sizes that mean nothing else.</summary>
    public static string? Certain(string word) => Letters.GetValueOrDefault(word);

    /// <summary>'M', 'small': sizes only where the words around say so.</summary>
    public static string? Possible(string word) => Words.GetValueOrDefault(word);

    /// <summary>Whether a size is likely after this word.</summary>
    public static bool Lead(string word) => Leading.Contains(word);
}
