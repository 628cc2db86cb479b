using System.Collections.Immutable;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Says in which colours and sizes a product can be had now.</summary>
internal static class VariantReply
{
    public static Reply Of(Product product, TurnContext turn)
    {
        var (colors, sizes) = Asked(turn);
        var fitting = Fitting(product, colors, sizes).ToList();
        var asked = InWords(colors, sizes);
        if (fitting.Count == 0)
            return $"The **{product.Title}** doesn't come {asked}. {Offer(product)}".TrimEnd();
        var available = fitting.Where(v => v.Available).ToList();
        if (available.Count == 0)
            return $"{Upper(asked.Length > 0 ? $"{asked}, the" : "the")} **{product.Title}** is sold out right now. {(product.Available ? Offer(product) : "")}".TrimEnd();
        if (available.Count == 1)
            return $"{turn.Wording.Pick("Yes:", "Yes, we do:")} the **{product.Title}** {(available[0].Title == "Default Title" ? "" : $"in {available[0].Title} ")}is {ProductText.Stock(available[0])}, {available[0].Price.ToText()}.";
        return asked.Length > 0
            ? $"Yes, {asked}: {ListText.Join([.. available.Select(v => $"{v.Title} ({ProductText.Stock(v)})")], most: 4)}. {Price(available)}"
            : $"Yes, the **{product.Title}** is in stock. {Offer(product)} {Price(available)}".Replace("  ", " ", StringComparison.Ordinal);
    }

    /// <summary>The colours and sizes that matter: those said now, else the size of the wish before.</summary>
    public static (ImmutableArray<string> Colors, ImmutableArray<string> Sizes) Asked(TurnContext turn)
    {
        var said = turn.Meaning.Entities;
        return (said.Colors, said.Sizes.IsEmpty && !AsksForSizes(turn.Input.Text) ? turn.Memory.LastQuery?.Sizes ?? [] : said.Sizes);
    }

    /// <summary>The variants in these colours and sizes; an empty list asks for none in particular.</summary>
    public static IEnumerable<Variant> Fitting(Product product, ImmutableArray<string> colors, ImmutableArray<string> sizes) =>
        product.Variants.Where(v => (colors.IsEmpty || ColorFits(v, colors)) && (sizes.IsEmpty || v.Size is null || sizes.Any(s => SizeNames.Matches(s, v.Size))));

    // 'which sizes?' wants them all, whatever size was spoken of before.
    private static bool AsksForSizes(string text) => text.Contains("size", StringComparison.OrdinalIgnoreCase);

    private static bool ColorFits(Variant variant, IEnumerable<string> colors) =>
        variant.Color is { } has && colors.Any(c => ColorFamilies.Matches(c, has));

    /// <summary>'in green in size M'; empty when neither is asked for.</summary>
    public static string InWords(IReadOnlyList<string> colors, IReadOnlyList<string> sizes) =>
        string.Join(" ", new[] { colors.Count > 0 ? $"in {ListText.Join(colors, "or")}" : "", sizes.Count > 0 ? $"in size {ListText.Join(sizes, "or")}" : "" }.Where(p => p.Length > 0));

    /// <summary>The colours and sizes that can be had now, as a sentence; empty when there is nothing to choose.</summary>
    public static string Offer(Product product)
    {
        var available = product.Variants.Where(v => v.Available).ToList();
        var colors = available.Select(v => v.Color).OfType<string>().Distinct().ToList();
        var sizes = available.Select(v => v.Size).OfType<string>().Distinct().ToList();
        return (colors.Count, sizes.Count) switch
        {
            (0, 0) => "",
            (_, 0) => $"It comes in {ListText.Join(colors)}.",
            (0, _) => $"Sizes you can have now: {ListText.Join(sizes, most: 8)}.",
            _ => $"It comes in {ListText.Join(colors)}, sizes {ListText.Join(sizes, most: 8)}.",
        };
    }

    private static string Price(List<Variant> variants)
    {
        var low = variants.MinBy(v => v.Price.Amount)!.Price;
        var high = variants.MaxBy(v => v.Price.Amount)!.Price;
        return low == high ? $"{low.ToText()} each." : $"From {low.ToText()} to {high.ToText()}.";
    }

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
