using System.Collections.Frozen;
using Reva.Agent.Replies;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>What people say they need something for, in the words of shops: 'keep my feet dry' is about waterproof boots. needs.json lists them.</summary>
internal static class Needs
{
    private static readonly FrozenDictionary<string, string> Goods = DataFiles.Read<Dictionary<string, string>>("needs.json")
        .SelectMany(line => line.Key.Split(' ').Select(word => (Word: Words.Stem(word), line.Value)))
        .DistinctBy(p => p.Word)
        .ToFrozenDictionary(p => p.Word, p => p.Value, StringComparer.Ordinal);

    /// <summary>Whether the word tells a need, and so is no slip of another.</summary>
    public static bool Knows(string word) => Goods.ContainsKey(Words.Stem(word));

    /// <summary>The wish in words of goods; empty when it names no need, or no more than it said.</summary>
    public static string InGoods(string wish)
    {
        var said = wish.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Array.Exists(said, w => Goods.ContainsKey(Words.Stem(w))))
            return "";
        var goods = said.SelectMany(w => Goods.TryGetValue(Words.Stem(w), out var known) ? known.Split(' ') : CategoryIndex.IsProductWord(w) ? [w] : []).Distinct(StringComparer.Ordinal);
        var text = string.Join(' ', goods);
        return text == wish ? "" : text;
    }

    /// <summary>The kinds of things that a wish names, without what was said of them; empty when it names none or nothing else.</summary>
    public static string KindsOnly(string wish)
    {
        var said = wish.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kinds = said.Where(CategoryIndex.IsProductWord).ToList();
        return kinds.Count == 0 || kinds.Count == said.Length ? "" : string.Join(' ', kinds);
    }
}
