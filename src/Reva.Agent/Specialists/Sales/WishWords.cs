using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Catalog;
using Reva.Core.Search;

namespace Reva.Agent.Specialists.Sales;

/// <summary>The words of a wish: which of them search, which only talk.</summary>
internal static class WishWords
{
    private static readonly HashSet<string> Talk = [.. Stems("love loves loved like likes enjoy enjoys adore into fan keen really always often mostly usually guy girl person who that which also maybe perhaps kind sort type")];

    private static readonly HashSet<string> General = [.. Stems("gift gifts present presents something anything thing things stuff product products item items idea ideas recommendation suggestion nice good cool great new buy shop shopping find look browse recommend suggest help special perfect birthday christmas anniversary surprise wedding engagement housewarming retirement graduation mate friend colleague boss neighbour neighbor partner couple married marrying marry teenage teenager")];

    private static readonly HashSet<string> Animals = [.. Stems("dog dogs puppy pet pets cat cats kitten horse")];

    private static readonly HashSet<string> Gifts = [.. Stems("gift gifts present presents birthday christmas anniversary")];

    private static readonly Dictionary<string, string> Comparatives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lighter"] = "lightweight", ["warmer"] = "warm insulated", ["bigger"] = "large", ["larger"] = "large", ["smaller"] = "small compact", ["softer"] = "soft",
        ["stronger"] = "strong durable", ["sturdier"] = "sturdy", ["thicker"] = "thick", ["thinner"] = "thin", ["longer"] = "long", ["shorter"] = "short", ["brighter"] = "bright",
        ["quieter"] = "quiet", ["faster"] = "fast", ["drier"] = "waterproof", ["tougher"] = "tough durable", ["simpler"] = "simple", ["fancier"] = "premium",
    };

    private static readonly Dictionary<string, string> Superlatives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["warmest"] = "warm", ["lightest"] = "lightweight", ["softest"] = "soft", ["toughest"] = "durable", ["strongest"] = "durable", ["sturdiest"] = "sturdy", ["smallest"] = "small",
        ["biggest"] = "large", ["largest"] = "large", ["quietest"] = "quiet", ["cosiest"] = "cosy", ["coziest"] = "cosy", ["comfiest"] = "comfortable", ["driest"] = "waterproof",
        ["brightest"] = "bright", ["thickest"] = "thick", ["thinnest"] = "thin", ["longest"] = "long", ["shortest"] = "short", ["fastest"] = "fast", ["simplest"] = "simple", ["sharpest"] = "sharp",
    };

    private static readonly Dictionary<string, string> Counts = new(StringComparer.OrdinalIgnoreCase) { ["1"] = "one", ["2"] = "two", ["3"] = "three", ["4"] = "four", ["5"] = "five", ["6"] = "six" };

    /// <summary>Without talk ('a gift, he loves coffee' searches for coffee); people are counted as shops count them.</summary>
    public static string Clean(string text)
    {
        // 'Two person' is how a tent is named; '2 litres' are measured.
        var counted = Volumes.Asked(text) is null;
        return string.Join(' ', WithoutGift([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Talk.Contains(Words.Stem(w.ToLowerInvariant())))])
            .Select(w => w.ToLowerInvariant() switch
            {
                "people" or "persons" => "person",
                var word when counted && Counts.TryGetValue(word, out var count) => count,
                var word => Superlatives.GetValueOrDefault(word, w),
            }));
    }

    /// <summary>Whether it is a number of people, as <see cref="Clean"/> writes it.</summary>
    public static bool IsCount(string word) => Counts.ContainsValue(word.ToLowerInvariant());

    // A gift card is a thing; a gift of coffee is coffee.
    private static string[] WithoutGift(string[] words) =>
        words.Any(w => w.StartsWith("card", StringComparison.OrdinalIgnoreCase) || w.StartsWith("voucher", StringComparison.OrdinalIgnoreCase) || w.StartsWith("wrap", StringComparison.OrdinalIgnoreCase)) || words.All(w => General.Contains(Words.Stem(w.ToLowerInvariant()))) ? words
        : [.. words.Where(w => !Gifts.Contains(Words.Stem(w.ToLowerInvariant())))];

    /// <summary>Whether the words name no kind of thing, so that one question helps.</summary>
    public static bool AreGeneral(string text) => Words.Of(text).All(General.Contains);

    /// <summary>Whether it is to be given away.</summary>
    public static bool SpeakOfGift(string text) => Words.Of(text).Overlaps(Gifts);

    /// <summary>
    /// Whether what is found is of the kind that the wish names: care notes speak of washing machines, yet none is sold.
    /// True where the wish names no kind, or the category says it.
    /// </summary>
    public static bool AreNamed(ProductQuery query, ProductSearchResult result) => KindsOf(query) is not { Count: > 0 } kinds || result.Hits.Any(h => IsOf(kinds, h.Product));

    /// <summary>
    /// The hits that are of the kind that the wish names: a torch for the tent is no tent. All of them when none is.
    /// </summary>
    public static ProductSearchResult OfKind(ProductQuery query, ProductSearchResult result)
    {
        result = ForPeople(query, result);
        if (KindsOf(query) is not { Count: > 0 } kinds || result.Hits.Where(h => IsOf(kinds, h.Product)).ToImmutableArray() is not { IsEmpty: false } named)
            return result;
        return named.Length == result.Hits.Length ? result : result with { Hits = named, Total = named.Length };
    }

    // A dog's jumper is no jumper, unless the dog was spoken of.
    private static ProductSearchResult ForPeople(ProductQuery query, ProductSearchResult result)
    {
        if (Words.Of($"{query.Text} {query.Category}").Overlaps(Animals))
            return result;
        var people = result.Hits.Where(h => !Words.Of($"{h.Product.Title} {h.Product.Category}").Overlaps(Animals)).ToImmutableArray();
        return people.IsEmpty || people.Length == result.Hits.Length ? result : result with { Hits = people, Total = result.Total - (result.Hits.Length - people.Length) };
    }

    private static HashSet<string> KindsOf(ProductQuery query) => query.Category is not null ? []
        : [.. query.Text.Split(' ').Where(CategoryIndex.IsProductWord).SelectMany(w => Synonyms.Of(TextWords.Stem(w)).Append(w)).Select(Words.Stem)];

    private static bool IsOf(HashSet<string> kinds, Product product) => Words.Of($"{product.Title} {product.Category} {string.Join(' ', product.Tags)}").Overlaps(kinds);

    /// <summary>Whether the words only compare ('something lighter').</summary>
    public static bool AreComparatives(string text) => Words.Of(text).All(w => General.Contains(w) || Comparatives.Keys.Any(c => Words.Stem(c) == w));

    /// <summary>With comparatives as what they want: 'lighter' searches for lightweight.</summary>
    public static string Positive(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Comparatives.GetValueOrDefault(w, w)));

    private static IEnumerable<string> Stems(string words) => words.Split(' ').Select(Words.Stem);
}
