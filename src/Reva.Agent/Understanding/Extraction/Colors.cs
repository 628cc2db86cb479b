using System.Collections.Frozen;
using System.Collections.Immutable;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds colours: the shop's own names first, then colour words, given as their plain colour.</summary>
internal static class Colors
{
    private static readonly FrozenSet<string> Shades = WordSets.Of("dark light bright pale deep soft neon pastel bold dusty");
    private static readonly FrozenSet<string> Leading = WordSets.Of("in colour color colours colors or and");
    private static readonly FrozenSet<string> Following = WordSets.Of("one ones colour color coloured colored version");

    /// <summary>The colours named, lower case, each once: those wanted, and those said not to be.</summary>
    public static (ImmutableArray<string> Wanted, ImmutableArray<string> Unwanted) Take(MessageText text, VocabularyIndex vocabulary)
    {
        var colors = ImmutableArray.CreateBuilder<string>();
        var unwanted = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i))
                continue;
            for (var length = 3; length > 0; length--)
            {
                if (text.Phrase(i, length) is not { } phrase || Meant(phrase, text, i, length, vocabulary) is not { } color)
                    continue;
                Add(color, text, i, length, Negations.Deny(text, i, at => text.RoleOf(at) == Role.Color) ? unwanted : colors);
                break;
            }
        }
        return (colors.ToImmutable(), unwanted.ToImmutable());
    }

    private static string? Meant(string phrase, MessageText text, int i, int length, VocabularyIndex vocabulary)
    {
        var own = vocabulary.Color(phrase);
        if (own is null && ColorFamilies.OfWord(phrase) is null && !(length == 1 && IsShaded(phrase)))
            return null;
        // 'Bottle' is a green, but a 'water bottle' is none.
        if (length == 1 && (ColorFamilies.IsDoubtful(phrase) || CategoryIndex.IsProductWord(phrase)) && !IsSupported(text, i))
            return null;
        return own ?? ColorFamilies.OfWord(phrase) ?? ColorFamilies.OfWord(phrase[..^3]);
    }

    // 'greenish' is green enough.
    private static bool IsShaded(string word) => word.Length > 5 && word.EndsWith("ish", StringComparison.Ordinal) && ColorFamilies.OfWord(word[..^3]) is not null;

    private static bool IsSupported(MessageText text, int i) =>
        Leading.Contains(text[i - 1].Plain) && (text[i - 1].Plain is not ("or" or "and") || text.RoleOf(i - 2) == Role.Color)
        || (!text[i].EndsClause && Following.Contains(text[i + 1].Plain)) || Shades.Contains(text[i - 1].Plain)
        || (text.Count == 1 && text[i].After != '\0')
        || (text[i - 2].Plain is "in" && text[i - 1].Plain is "the" or "a");

    private static void Add(string color, MessageText text, int from, int length, ImmutableArray<string>.Builder colors)
    {
        text.Claim(from, length, Role.Color);
        if (text.IsFree(from - 1) && Shades.Contains(text[from - 1].Plain) && !text[from - 1].EndsClause)
            text.Claim(from - 1, 1, Role.Color);
        var next = from + length;
        // 'navy blue' and 'forest green' are one colour each.
        if (text.IsFree(next) && !text[next - 1].EndsClause && (text[next].Plain is "colour" or "color" or "coloured" or "colored" || (ColorFamilies.OfWord(text[next].Plain) is { } family && family == (ColorFamilies.Of(color) is [var main, ..] ? main : null))))
            text.Claim(next, 1, Role.Color);
        if (!colors.Contains(color))
            colors.Add(color);
    }
}
