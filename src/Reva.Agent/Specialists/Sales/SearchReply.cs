using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Words for what a search found; the cards carry the rest.</summary>
internal static class SearchReply
{
    public static string Found(ProductSearchResult result, ProductQuery query, TurnContext turn, IReadOnlyList<Product> before)
    {
        var opening = turn.Meaning.Entities switch
        {
            { Cheaper: true } when before.Count > 0 => turn.Wording.Pick($"Cheaper, from {Lowest(result)}:", $"These cost less, starting at {Lowest(result)}:"),
            { More: true } => turn.Wording.Pick("Some more for you:", "Here are others:"),
            _ => HasSubject(query) ? OpeningFor(Subject(query), result, query, turn) : OpeningOfAll(result, query, turn),
        };
        return $"{opening} {Highlight(result.Hits, query, turn)}";
    }

    private static string OpeningFor(string subject, ProductSearchResult result, ProductQuery query, TurnContext turn)
    {
        var (counted, limits) = (Counted(result.Hits.Length, result.Total), WishLimits.Of(query, turn.Input.Store.Currency));
        return result.Hits.Length == 1
            ? turn.Wording.Pick($"One fits {subject}{limits}:", $"Just one matches {subject}{limits}:")
            : turn.Wording.Pick($"Here are {counted} for {subject}{limits}:", $"For {subject}{limits} I have {counted}:", $"{Upper(counted)} to look at for {subject}{limits}:");
    }

    // No kind of thing was named: the demands or the order are what there is to say.
    private static string OpeningOfAll(ProductSearchResult result, ProductQuery query, TurnContext turn)
    {
        var (counted, limits) = (Counted(result.Hits.Length, result.Total), WishLimits.Of(query, turn.Input.Store.Currency));
        var kind = query.Order switch
        {
            ProductOrder.Newest => "The newest we have",
            ProductOrder.Rating => "What our customers rate best",
            ProductOrder.PriceAscending => "The least expensive first",
            ProductOrder.PriceDescending => "The most expensive first",
            _ => null,
        };
        if (result.Hits.Length == 1)
            return turn.Wording.Pick($"Here's the one{limits}:", $"One fits{limits}:");
        if (kind is not null)
            return $"{kind}{limits}:";
        return limits.Length == 0 ? turn.Wording.Pick($"Here are {counted}:", $"I have {counted} to show you:") : turn.Wording.Pick($"Here are {counted}{limits}:", $"{Upper(limits.TrimStart())} I have {counted}:");
    }

    public static Reply Instead(string givenUp, ProductSearchResult found, ProductQuery relaxed, TurnContext turn) => new()
    {
        Text = turn.Wording.Pick($"I have nothing {givenUp} for that.", $"Nothing {givenUp}, I'm afraid.", $"There's no match {givenUp} right now.")
            + $" {turn.Wording.Pick("Without that, these come closest:", "The closest otherwise:")} {Highlight(found.Hits, relaxed, turn)}",
        QuickReplies = NextSteps(found, relaxed),
    };

    /// <summary>One product worth pointing at and the reason, all of it true of the product.</summary>
    public static string Highlight(ImmutableArray<ProductHit> hits, ProductQuery query, TurnContext turn)
    {
        var first = hits[0];
        var name = $"**{first.Product.Title}** ({first.BestVariant.Price.ToText()}{Was(first.BestVariant)})";
        if (hits.Length == 1)
            return $"the {name}, {StockOf(first)}.";
        if (Ordered(first, name, query.Order) is { } ordered)
            return ordered;
        var rated = hits.Where(h => h.Product.Rating >= 4.3).MaxBy(h => h.Product.Rating);
        var cheapest = hits.MinBy(h => h.BestVariant.Price.Amount)!;
        if (rated is not null && rated == first)
            return $"the {name} fits best and is rated {first.Product.Rating:0.0}{(cheapest != first ? $"; the **{cheapest.Product.Title}** is the least expensive at {cheapest.BestVariant.Price.ToText()}" : "")}.";
        return cheapest != first
            ? $"I'd look at the {name} first; the **{cheapest.Product.Title}** is the least expensive at {cheapest.BestVariant.Price.ToText()}."
            : turn.Wording.Pick($"the {name} fits best and costs least.", $"the {name} is both the closest match and the least expensive.");
    }

    // The shopper named the measure; the first of the list is first by it.
    private static string? Ordered(ProductHit first, string name, ProductOrder order) => order switch
    {
        ProductOrder.PriceAscending => $"the {name} is the least expensive.",
        ProductOrder.PriceDescending => $"the {name} is the most expensive.",
        ProductOrder.Newest => $"the {name} came in last.",
        ProductOrder.Rating when first.Product.Rating is { } stars => $"the {name} leads with {stars.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)} of 5.",
        _ => null,
    };

    public static ImmutableArray<string> NextSteps(ProductSearchResult result, ProductQuery query)
    {
        var steps = ImmutableArray.CreateBuilder<string>();
        if (result.Hits.Length >= 2)
            steps.Add("Compare the first two");
        if (query.Order != ProductOrder.PriceAscending && result.Hits.Length > 1)
            steps.Add("Something cheaper");
        if (result.Total > result.Hits.Length)
            steps.Add("Show me more");
        return steps.ToImmutable();
    }

    private static bool HasSubject(ProductQuery query) => query.Text.Length is > 0 and <= 40 || query.Category is not null;

    /// <summary>What was wished for, in its own words.</summary>
    public static string Subject(ProductQuery query) => query switch
    {
        { Text: { Length: > 0 and <= 40 } text } => $"“{text}”",
        { Category: { } category } => category.ToLowerInvariant(),
        _ => "that",
    };

    private static string Counted(int shown, int total) => total > shown ? $"{Number(shown)} of {total}" : Number(shown);

    private static string Number(int n) => n switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", _ => n.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Lowest(ProductSearchResult result) => result.Hits.Min(h => h.BestVariant.Price.Amount) is var least ? new Money(least, result.Hits[0].BestVariant.Price.Currency).ToText() : "";

    private static string Was(Variant variant) => variant.CompareAtPrice is { } was && was.Amount > variant.Price.Amount ? $", was {was.ToText()}" : "";

    private static string StockOf(ProductHit hit) => ProductText.Stock(hit.BestVariant);
}
