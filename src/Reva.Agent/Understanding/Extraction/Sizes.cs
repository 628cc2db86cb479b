using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds sizes: the shop's own, letters, numbers after 'size' or a system, waist by length.</summary>
internal static partial class Sizes
{
    private const int MostWords = 3;

    /// <summary>The sizes named, as a shop writes them, each once.</summary>
    public static ImmutableArray<string> Take(MessageText text, VocabularyIndex vocabulary)
    {
        var sizes = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsFree(i) || text[i].Before is '$' or '€' or '£' or '#' || text[i].After == '%')
                continue;
            if (OfTheShop(text, i, vocabulary, out var length) is { } own)
                Add(own, text, i, length, sizes);
            else if (General(text, i) is { } size)
                Add(vocabulary.Size(size) ?? size, text, i, 1, sizes);
        }
        return sizes.ToImmutable();
    }

    // Volumes, beds and ages are sizes only where the shop has such ones; plain letters and numbers need the words around them.
    private static string? OfTheShop(MessageText text, int i, VocabularyIndex vocabulary, out int length)
    {
        for (length = MostWords; length > 0; length--)
        {
            if (text.Phrase(i, length) is { } phrase && vocabulary.Size(phrase) is { } size && (IsTelling(phrase) || IsAnnounced(text, i)))
                return size;
        }
        length = 1;
        return null;
    }

    private static bool IsTelling(string phrase) => phrase.Length > 2 && SizeWords.Possible(phrase) is null && phrase.Any(char.IsAsciiLetter) && SizeWords.Certain(phrase) is null;

    private static string? General(MessageText text, int i)
    {
        var word = text[i].Plain;
        if (SizeWords.Certain(word) is { } certain)
            return certain;
        if (word is "extra" && text[i + 1].Plain is "large" or "small")
            return text[i + 1].Plain is "large" ? "XL" : "XS";
        if (SizeWords.Possible(word) is { } possible)
            return IsLetterMeant(text, i) ? possible : null;
        if (WaistByLength().IsMatch(word))
            return word.Replace('/', 'x');
        return Number().IsMatch(word) && IsNumberMeant(text, i) ? word : null;
    }

    private static bool IsLetterMeant(MessageText text, int i)
    {
        if (SizeWords.Announce(text[i - 1].Plain) || (text[i + 1].Plain is "size" or "please" && !text[i].EndsClause) || text.Count <= 2)
            return text[i - 1].Plain is not ("extra" or "i");
        var ends = text[i].EndsClause || text[i + 1].Plain is "for" or "instead" or "and" or "or" or "in" or "to" or "but" or "rather" or "is" or "left" or "available" or "one";
        var capital = text[i].Length == 1 && char.IsUpper(text.Source[text[i].Start]);
        if (text[i].Length == 1 && !capital)
            return text[i - 1].Plain is "in" or "wear" or "a" or "an" or "or" && ends;
        return ends && (SizeWords.Lead(text[i - 1].Plain) || SizeWords.Announce(text[i - 2].Plain) || SizeWords.Possible(text[i - 1].Plain) is not null);
    }

    private static bool IsNumberMeant(MessageText text, int i) =>
        IsAnnounced(text, i) || IsAllThatIsAsked(text, i) || (text[i - 1].Plain is "in" or "a" && text[i - 2].Plain is "in" or "this" or "it" or "these" or "them" or "wear" && (text[i].EndsClause || text[i + 1].Plain is "for" or "please"));

    // 'And in 43?'
    private static bool IsAllThatIsAsked(MessageText text, int i) => text[i - 1].Plain is "in" && i == text.Count - 1 && (i == 1 || (i == 2 && text[0].Plain is "and" or "or" or "also" or "but" or "only" or "not"));

    private static bool IsAnnounced(MessageText text, int i) =>
        SizeWords.Announce(text[i - 1].Plain) || SizeWords.IsSystem(text[i - 1].Plain)
        || (SizeWords.Announce(text[i - 2].Plain) && (text[i - 1].Plain is "a" or "is" or "of" or "or" or "and" or "no" || text.RoleOf(i - 2) == Role.Size));

    private static void Add(string size, MessageText text, int from, int count, ImmutableArray<string>.Builder sizes)
    {
        if (text[from].Plain is "extra")
            count = Math.Max(count, 2);
        text.Claim(from, count, Role.Size);
        for (var back = from - 1; back >= from - 2 && text.IsFree(back) && (SizeWords.Announce(text[back].Plain) || SizeWords.IsSystem(text[back].Plain)); back--)
            text.Claim(back, 1, Role.Size);
        if (!text[from + count - 1].EndsClause && text[from + count].Plain is "size" or "sized")
            text.Claim(from + count, 1, Role.Size);
        if (!sizes.Contains(size))
            sizes.Add(size);
    }

    [GeneratedRegex(@"^[2-5][0-9][x/][2-4][0-9]$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex WaistByLength();

    [GeneratedRegex(@"^[0-9]{1,2}([.,]5)?(-[0-9]{1,2}(y|m)?)?(y|t|c)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
