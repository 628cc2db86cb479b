using Reva.Agent.Understanding.Extraction;
using Reva.Core.Orders;
using Reva.Core.Search;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>How well words fit an item: by title, variant, kind and the shop's number. Slips of the finger are forgiven in long words.</summary>
internal static class ItemWords
{
    private const int LeastForSlip = 5;
    private const int TitleWeight = 4;
    private const int KindWeight = 3;
    private const int VariantWeight = 2;

    private static readonly HashSet<string> Small = [.. "set of the and for with in a an size pack one two order item piece pcs by on to my it is men women kid men's default title".Split(' ')];

    /// <summary>Words of a text, as stems.</summary>
    public static string[] Of(string text) => [.. TextWords.Stems(text).Where(w => !Small.Contains(w)).Distinct(StringComparer.Ordinal)];

    /// <summary>The weight of the words that fit the line; 0 when none does.</summary>
    public static int Fit(string[] words, OrderLine line)
    {
        var sum = 0;
        sum += TitleWeight * Count(words, line.Title);
        sum += VariantWeight * Count(words, line.VariantTitle);
        if (Count(words, line.Title) == 0)
            sum += KindWeight * Count(words, line.ProductType) + (line.Sku is { } sku && words.Contains(sku.ToLowerInvariant()) ? TitleWeight : 0);
        return sum;
    }

    /// <summary>The weight of the words that name the line's product; 0 when only its variant or kind fits, for many things are black.</summary>
    public static int NameFit(string[] words, OrderLine line) => Count(words, line.Title) == 0 ? 0 : Fit(words, line);

    /// <summary>Whether some word fits the text.</summary>
    public static bool Touch(string[] words, string text) => Count(words, text) > 0;

    /// <summary>Whether the text names the line in the plural.</summary>
    public static bool IsPlural(string text, OrderLine line)
    {
        var singular = Of($"{line.Title} {line.ProductType}");
        return TextWords.Split(text).Any(w => w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && singular.Contains(TextWords.Stem(w)) && TextWords.Stem(w) != w);
    }

    private static int Count(string[] words, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        var own = Of(text);
        return words.Count(word => Array.Exists(own, o => o == word || IsSlip(word, o)));
    }

    private static bool IsSlip(string word, string own) => word.Length >= LeastForSlip && own.Length >= LeastForSlip && word[0] == own[0] && WordForms.IsSlipOf(word, own);
}
