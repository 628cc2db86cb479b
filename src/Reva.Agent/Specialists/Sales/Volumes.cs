using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>Litres that a wish asks for ('a backpack of at least 30 litres') and that goods say they hold: a number is compared, not searched for.</summary>
public static partial class Volumes
{
    // Of 30 litres asked for, 26 and 40 are near enough to be looked at.
    private const double LeastOfAsked = 0.8;
    private const double MostOfAsked = 1.5;

    /// <summary>The litres that are asked for, both ends included; null where none are.</summary>
    public static (double Least, double Most)? Asked(string text)
    {
        if (Litres().Match(text) is not { Success: true } match)
            return null;
        var litres = Number(match);
        return match.Groups["least"].Success || match.Groups["more"].Success ? (litres, double.MaxValue)
            : match.Groups["most"].Success ? (0, litres)
            : (litres * LeastOfAsked, litres * MostOfAsked);
    }

    /// <summary>The wish without its litres.</summary>
    public static string Without(string wish) => string.Join(' ', Litres().Replace(wish, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>'30 litres or more', as it is said back.</summary>
    public static string InWords((double Least, double Most) asked) => string.Create(CultureInfo.InvariantCulture, $"{(asked.Most == double.MaxValue ? $"{asked.Least:0.##} litres or more" : asked.Least == 0 ? $"{asked.Most:0.##} litres or less" : $"around {asked.Most / MostOfAsked:0.##} litres")}");

    /// <summary>The hits that hold as much; where none does, all of them, the nearest first, and not as an answer to the wish.</summary>
    public static ProductSearchResult Fitting((double Least, double Most) asked, ProductSearchResult result, int take)
    {
        var fitting = result.Hits.Where(h => Fits(asked, h.Product)).ToImmutableArray();
        return fitting.IsEmpty
            ? result with { Hits = [.. result.Hits.OrderBy(h => Distance(h.Product, asked)).Take(take)], Confident = false }
            : result with { Hits = [.. fitting.Take(take)], Total = fitting.Length };
    }

    /// <summary>Whether a product, in one of its forms, holds as much.</summary>
    public static bool Fits((double Least, double Most) asked, Product product) => Of(product).Exists(l => l >= asked.Least && l <= asked.Most);

    // A title that says it speaks for the whole; a page may speak of pockets and bottles too.
    private static List<double> Of(Product product)
    {
        var named = In(product.Title);
        if (named.Count == 0)
            named = [.. product.Variants.SelectMany(v => In(v.Title))];
        return named.Count > 0 ? named : In(product.Description);
    }

    private static List<double> In(string text) => [.. Litres().Matches(text).Select(Number)];

    private static double Distance(Product product, (double Least, double Most) asked) =>
        Of(product) is { Count: > 0 } litres ? litres.Min(l => l < asked.Least ? asked.Least - l : Math.Max(0, l - asked.Most)) : double.MaxValue;

    private static double Number(Match match) =>
        double.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) / (match.Groups["thousandth"].Success ? 1000 : 1);

    [GeneratedRegex(@"((?<least>at least|minimum( of)?|min\.?|no less than|more than|over|above|(bigger|larger)( than)?|from)\s+|(?<most>at most|maximum( of)?|max\.?|no more than|less than|under|below|smaller( than)?|up to)\s+)?\b(?<number>\d{1,4}(\.\d{1,2})?)\s*(?<more>\+|or more)?\s*-?\s*(litres?|liters?|ltrs?|l|(?<thousandth>ml|millilitres?|milliliters?))(?<more>\s+or (more|bigger|larger))?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Litres();
}
