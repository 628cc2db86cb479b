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
        var shown = result.Hits.Length;
        var subject = Subject(query);
        var opening = (turn.Meaning.Entities, shown) switch
        {
            ({ Cheaper: true }, _) when before.Count > 0 => turn.Wording.Pick($"Cheaper, from {Lowest(result)}:", $"These cost less, starting at {Lowest(result)}:"),
            ({ More: true }, _) => turn.Wording.Pick("Some more for you:", "Here are others:"),
            (_, 1) => turn.Wording.Pick($"One fits {Demands(query)}:", $"Just one matches {Demands(query)}:"),
            _ => turn.Wording.Pick(
                $"Here are {Counted(shown, result.Total)} for {subject}{Limits(query)}:",
                $"For {subject}{Limits(query)} I have {Counted(shown, result.Total)}:",
                $"{Upper(Counted(shown, result.Total))} to look at for {subject}{Limits(query)}:"),
        };
        return $"{opening} {Highlight(result.Hits, turn)}";
    }

    public static Reply Instead(string givenUp, ProductSearchResult found, ProductQuery relaxed, TurnContext turn) => new()
    {
        Text = turn.Wording.Pick($"I have nothing {givenUp} for that.", $"Nothing {givenUp}, I'm afraid.", $"There's no match {givenUp} right now.")
            + $" {turn.Wording.Pick("Without that, these come closest:", "The closest otherwise:")} {Highlight(found.Hits, turn)}",
        QuickReplies = NextSteps(found, relaxed),
    };

    /// <summary>One product worth pointing at and the reason, all of it true of the product.</summary>
    public static string Highlight(ImmutableArray<ProductHit> hits, TurnContext turn)
    {
        var first = hits[0];
        var name = $"**{first.Product.Title}** ({first.BestVariant.Price.ToText()}{Was(first.BestVariant)})";
        if (hits.Length == 1)
            return $"the {name}, {StockOf(first)}.";
        var rated = hits.Where(h => h.Product.Rating >= 4.3).MaxBy(h => h.Product.Rating);
        var cheapest = hits.MinBy(h => h.BestVariant.Price.Amount)!;
        if (rated is not null && rated == first)
            return $"the {name} fits best and is rated {first.Product.Rating:0.0}{(cheapest != first ? $"; the **{cheapest.Product.Title}** is the least expensive at {cheapest.BestVariant.Price.ToText()}" : "")}.";
        return cheapest != first
            ? $"I'd look at the {name} first; the **{cheapest.Product.Title}** is the least expensive at {cheapest.BestVariant.Price.ToText()}."
            : turn.Wording.Pick($"the {name} fits best and costs least.", $"the {name} is both the closest match and the least expensive.");
    }

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

    public static string Subject(ProductQuery query) => query switch
    {
        { Text: { Length: > 0 and <= 40 } text } => $"“{text}”",
        { Category: { } category } => category.ToLowerInvariant(),
        _ => "that",
    };

    private static string Counted(int shown, int total) => total > shown ? $"{Number(shown)} of {total}" : Number(shown);

    private static string Number(int n) => n switch { 2 => "two", 3 => "three", 4 => "four", 5 => "five", 6 => "six", _ => n.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Demands(ProductQuery query) => Subject(query) + Limits(query);

    private static string Limits(ProductQuery query)
    {
        var parts = new List<string>();
        if (!query.Colors.IsEmpty)
            parts.Add($"in {ListText.Join(query.Colors, "or")}");
        if (!query.Sizes.IsEmpty)
            parts.Add($"in size {ListText.Join(query.Sizes, "or")}");
        if (query.Audience is { } audience)
            parts.Add($"for {audience}");
        if (query is { MinPrice: { } min, MaxPrice: { } max })
            parts.Add($"between {Wish.PriceText(min)} and {Wish.PriceText(max)}");
        else if (query.MaxPrice is { } most)
            parts.Add($"under {Wish.PriceText(decimal.Ceiling(most))}");
        else if (query.MinPrice is { } least)
            parts.Add($"over {Wish.PriceText(decimal.Floor(least))}");
        if (query.OnlyOnSale)
            parts.Add("on sale");
        return parts.Count == 0 ? "" : " " + string.Join(" ", parts);
    }

    private static string Lowest(ProductSearchResult result) => result.Hits.Min(h => h.BestVariant.Price.Amount) is var least ? new Money(least, result.Hits[0].BestVariant.Price.Currency).ToText() : "";

    private static string Was(Variant variant) => variant.CompareAtPrice is { } was && was.Amount > variant.Price.Amount ? $", was {was.ToText()}" : "";

    private static string StockOf(ProductHit hit) => ProductText.Stock(hit.BestVariant);
}
