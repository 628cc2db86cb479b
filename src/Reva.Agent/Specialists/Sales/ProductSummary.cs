using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Tells of one product in a few sentences, or of several in a line each; all from the products themselves.</summary>
internal static class ProductSummary
{
    private const int MostListed = 6;

    /// <summary>What it is, what it costs, what it comes in.</summary>
    public static string Of(Product product)
    {
        var told = string.Join(' ', Sentences.Of(product.Description).Where(s => !s.Contains(':', StringComparison.Ordinal)).Take(2));
        var was = ProductText.WasPrice(product) is { } before ? $", down from {before}" : "";
        var rating = product.Rating is { } stars ? $", rated {stars.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return $"The **{product.Title}** costs {ProductText.Price(product)}{was}{rating}. {told} {VariantReply.Offer(product)} {ProductText.Stock(product)}.".Replace("  ", " ", StringComparison.Ordinal);
    }

    /// <summary>Which of several can be had, in the sizes and colours asked for.</summary>
    public static Reply Stocks(IReadOnlyList<Product> products, TurnContext turn)
    {
        var (colors, sizes) = VariantReply.Asked(turn);
        var lines = products.Take(MostListed).Select(p => (Product: p, Variants: VariantReply.Fitting(p, colors, sizes).Where(v => v.Available).ToList())).ToList();
        var wish = VariantReply.InWords(colors, sizes);
        var opening = lines.TrueForAll(l => l.Variants.Count > 0) ? $"Yes, {All(lines.Count)} can be had{Spaced(wish)}:"
            : lines.TrueForAll(l => l.Variants.Count == 0) ? $"None of them can be had{Spaced(wish)} right now:"
            : $"Not all of them{Spaced(wish)}:";
        return new Reply { Text = opening + Lines(lines.Select(l => $"**{l.Product.Title}**: {(wish.Length == 0 ? Choice(l.Product) : Forms(l.Product, l.Variants))}")), QuickReplies = [.. products.Take(4).Select(p => p.Title)] };
    }

    /// <summary>What each of several costs.</summary>
    public static Reply Prices(IReadOnlyList<Product> products, TurnContext turn)
    {
        var ordered = products.Take(MostListed).ToList();
        var opening = turn.Wording.Pick("Here are the prices:", "They cost:");
        return new Reply
        {
            Text = opening + Lines(ordered.Select(p => $"**{p.Title}**: {ProductText.Price(p)}{(ProductText.WasPrice(p) is { } was ? $" (was {was})" : "")}")),
            QuickReplies = ["Compare the first two"],
        };
    }

    // Nothing in particular was asked for: the colours and sizes by themselves are shorter than each with each.
    private static string Choice(Product product) => !product.Available ? "sold out" : VariantReply.Offer(product) is { Length: > 0 } offer ? offer : ProductText.Stock(product);

    private static string Forms(Product product, List<Variant> available)
    {
        if (available.Count == 0)
            return product.Available ? VariantReply.Offer(product) is { Length: > 0 } offer ? $"not like that. {offer}" : "not like that" : "sold out";
        var named = available.Where(v => v.Title != "Default Title").Select(v => v.Title).ToList();
        var few = available.Count == 1 ? $" ({ProductText.Stock(available[0])})" : "";
        return named.Count == 0 ? ProductText.Stock(available[0]) : ListText.Join(named, most: 5) + few;
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => $"\n- {l}"));

    private static string All(int count) => count switch { 2 => "both", 3 => "all three", 4 => "all four", 5 => "all five", _ => "all of them" };

    private static string Spaced(string wish) => wish.Length == 0 ? "" : " " + wish;
}
