using System.Collections.Immutable;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Puts a wish together from what is said now and what was said before. Pure.</summary>
public static class Wish
{
    /// <summary>The query, and whether it refines the one before.</summary>
    public static (ProductQuery Query, bool Refines) Of(Entities said, ConversationMemory memory, IReadOnlyList<Product> shown)
    {
        said = said with { SearchText = WishWords.Clean(said.SearchText) };
        var refines = memory.LastQuery is not null && IsRefinement(said, memory);
        var query = refines ? Refined(WithoutCap(memory, said), said) : Fresh(said, memory);
        if (said.Cheaper && shown.Count > 0)
            query = query with { MaxPrice = Reference(said, shown, p => p.Min(x => x.PriceFrom.Amount)) - 0.01m, MinPrice = null, ExcludeIds = memory.SeenProductIds };
        if (said.MoreExpensive && shown.Count > 0)
            query = query with { MinPrice = Reference(said, shown, p => p.Max(x => x.PriceFrom.Amount)) + 0.01m, MaxPrice = said.MaxPrice, ExcludeIds = memory.SeenProductIds };
        if (said.More)
            query = query with { ExcludeIds = memory.SeenProductIds };
        return (query, refines);
    }

    /// <summary>Whether nothing but a very general wish was said, so that one question helps.</summary>
    public static bool IsVague(ProductQuery query) =>
        WishWords.AreGeneral(query.Text) && (query.Category is null || WishWords.AreGeneral(query.Category)) && query is { MaxPrice: null, OnlyOnSale: false, LikeProductId: null, Order: ProductOrder.Relevance } && query.Colors.IsEmpty && query.Materials.IsEmpty;

    private static bool IsRefinement(Entities said, ConversationMemory memory)
    {
        if (memory.Pending?.Kind == PendingKind.ProductDetail)
            return true;
        // Only who it is for and what it may cost was said so far: what it is comes on top.
        if (memory.LastQuery is { Text: "", Category: null } && (memory.LastQuery.Audience is not null || memory.LastQuery.MaxPrice is not null))
            return true;
        if (Volumes.Asked(said.SearchText) is not null && WishWords.AreComparatives(Volumes.Without(said.SearchText)))
            return true;
        var namesAnother = (said.Category is not null && said.Category != memory.LastQuery!.Category) || NamesAnotherKind(said, memory.LastQuery!);
        return !namesAnother && (said.SearchText.Length == 0 || said.Continues || said.Cheaper || said.MoreExpensive || said.More || WishWords.AreComparatives(said.SearchText) || SharesWords(said.SearchText, memory.LastQuery!.Text) || said.RefersBack);
    }

    // 'What about socks to go with them?' after boots: the socks are another wish.
    private static bool NamesAnotherKind(Entities said, ProductQuery last) =>
        !said.Continues && said.SearchText.Split(' ').Any(Understanding.Extraction.CategoryIndex.IsProductWord) && last.Text.Split(' ').Any(Understanding.Extraction.CategoryIndex.IsProductWord) && !SharesWords(said.SearchText, last.Text);

    // 'Cheaper', then 'backpacks in green': the kind is named anew, and what was cheaper than the others no longer counts.
    private static ProductQuery WithoutCap(ConversationMemory memory, Entities said)
    {
        var last = memory.LastQuery!;
        return memory.CheaperCap is { } cap && last.MaxPrice == cap && said.SearchText.Length > 0 && SharesWords(said.SearchText, last.Text) ? last with { MaxPrice = null } : last;
    }

    private static bool SharesWords(string now, string before) => Replies.Words.Of(now).Overlaps(Replies.Words.Of(before));

    private static ProductQuery Fresh(Entities said, ConversationMemory memory) => new()
    {
        Text = said.SearchText.Length > 0 ? said.SearchText : memory.Pending?.Kind == PendingKind.ProductDetail ? memory.Pending.Text ?? "" : "",
        MinPrice = said.MinPrice, MaxPrice = said.MaxPrice, Colors = said.Colors, Sizes = said.Sizes, Materials = said.Materials,
        Category = said.Category, Audience = said.Audience, OnlyAvailable = said.InStock, OnlyOnSale = said.OnSale,
        ExcludeColors = said.UnwantedColors, ExcludeMaterials = said.UnwantedMaterials, ExcludeKinds = said.UnwantedKinds,
        Order = said.Superlative ?? ProductOrder.Relevance,
    };

    private static ProductQuery Refined(ProductQuery last, Entities said) => last with
    {
        Text = Joined(last.Text, WishWords.Positive(said.SearchText)),
        MinPrice = said.MinPrice ?? (said.MaxPrice is { } max && last.MinPrice > max ? null : last.MinPrice),
        MaxPrice = said.MaxPrice ?? (said.MinPrice is { } min && last.MaxPrice < min ? null : last.MaxPrice),
        Colors = said.Colors.IsEmpty ? [.. last.Colors.Where(c => !said.UnwantedColors.Any(u => ColorFamilies.Matches(u, c)))] : said.Colors,
        ExcludeColors = [.. last.ExcludeColors.Union(said.UnwantedColors).Except(said.Colors)],
        ExcludeMaterials = [.. last.ExcludeMaterials.Union(said.UnwantedMaterials).Except(said.Materials)],
        ExcludeKinds = [.. last.ExcludeKinds.Union(said.UnwantedKinds)],
        Sizes = said.Sizes.IsEmpty ? last.Sizes : said.Sizes,
        Materials = said.Materials.IsEmpty ? [.. last.Materials.Except(said.UnwantedMaterials)] : said.Materials,
        Category = said.Category ?? last.Category,
        Audience = said.Audience ?? last.Audience,
        OnlyAvailable = said.InStock || last.OnlyAvailable,
        OnlyOnSale = said.OnSale || last.OnlyOnSale,
        Order = said.Superlative ?? (said.More ? last.Order : ProductOrder.Relevance),
        LikeProductId = null,
        ExcludeIds = [],
    };

    private static string Joined(string before, string now)
    {
        if (now.Length == 0 || before.Contains(now, StringComparison.OrdinalIgnoreCase))
            return before;
        // 'A tent for four', then 'one for two people': one number takes the place of the other.
        if (Volumes.Asked(now) is not null)
            before = Volumes.Without(before);
        if (now.Split(' ').Any(WishWords.IsCount))
            before = string.Join(' ', before.Split(' ').Where(w => !WishWords.IsCount(w)));
        var known = Replies.Words.Of(before);
        var added = now.Split(' ').Where(w => Replies.Words.Of(w) is { Count: > 0 } word && !known.IsSupersetOf(word));
        return $"{before} {string.Join(' ', added)}".Trim();
    }

    private static decimal Reference(Entities said, IReadOnlyList<Product> shown, Func<IEnumerable<Product>, decimal> otherwise) =>
        said.Ordinals is [var position, ..] && position > 0 && position <= shown.Count ? shown[position - 1].PriceFrom.Amount : otherwise(shown);

    /// <summary>The same wish with less asked of it, the least important demand first, each with words for what was given up.</summary>
    public static IEnumerable<(ProductQuery Query, string GivenUp)> Relaxed(ProductQuery query, string currency)
    {
        if (!query.Materials.IsEmpty)
            yield return (query = query with { Materials = [] }, "in that material");
        if (query.OnlyOnSale)
            yield return (query with { OnlyOnSale = false }, "on sale");
        if (!query.ExcludeColors.IsEmpty || !query.ExcludeMaterials.IsEmpty)
            yield return (query with { ExcludeColors = [], ExcludeMaterials = [] }, $"without {string.Join(" or ", query.ExcludeColors.Concat(query.ExcludeMaterials))}");
        if (!query.Colors.IsEmpty)
            yield return (query with { Colors = [] }, $"in {string.Join(" or ", query.Colors)}");
        if (!query.Sizes.IsEmpty)
            yield return (query with { Sizes = [] }, $"in size {string.Join(" or ", query.Sizes)}");
        if (query.MaxPrice is { } max)
            yield return (query with { MaxPrice = max * 1.35m }, $"under {PriceText(max, currency)}");
        if (query.MaxPrice is not null || query.MinPrice is not null)
            yield return (query with { MaxPrice = null, MinPrice = null }, "at that price");
        if (query.Audience is not null)
            yield return (query with { Audience = null }, $"for {query.Audience}");
        if (query.OnlyAvailable)
            yield return (query with { OnlyAvailable = false }, "in stock");
        if (query.Category is not null)
            yield return (query with { Category = null, Colors = [], Sizes = [], MaxPrice = null, MinPrice = null, Audience = null }, "exactly like that");
    }

    /// <summary>'$150', '€149.99'.</summary>
    internal static string PriceText(decimal amount, string currency)
    {
        var text = new Core.Money(amount, currency).ToText();
        return amount == decimal.Truncate(amount) ? text.Replace(".00", "", StringComparison.Ordinal) : text;
    }
}
