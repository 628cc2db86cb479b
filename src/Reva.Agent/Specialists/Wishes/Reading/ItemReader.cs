using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads which items of an order are meant: 'all but the socks', '2 of the 3 mugs', 'the black one', 'both', 'the second'. Pure.</summary>
internal static partial class ItemReader
{
    private const int FewWords = 4;

    /// <summary>What <paramref name="text"/> means of <paramref name="order"/>.</summary>
    public static ItemChoice Read(string text, Order order)
    {
        var lines = order.Lines.Where(l => Pieces(l) > 0).ToArray();
        if (lines.Length == 0)
            return ItemChoice.Nothing;
        var (wanted, unwanted) = Sides(text);
        var kept = Named(unwanted, lines).Lines;
        if (All().IsMatch(wanted) && !OnlyOfOne(wanted, lines))
        {
            var rest = lines.Except(kept).ToArray();
            return rest.Length == 0 ? ItemChoice.Nothing : new([.. rest.Select(l => new WishedItem(l.Id, Pieces(l)))], false, true, kept.Count == 0);
        }
        var (named, unclear) = Chosen(wanted, [.. lines.Except(kept)]);
        if (named.Count > 0 || unclear)
            return new([.. named], unclear, true, false);
        return kept.Count > 0 && All().IsMatch(text) ? new([.. lines.Except(kept).Select(l => new WishedItem(l.Id, Pieces(l)))], false, true, false) : Placed(wanted, lines);
    }

    /// <summary>Pieces of a line that are part of the order still.</summary>
    public static int Pieces(OrderLine line) => line.CurrentQuantity ?? line.Quantity;

    /// <summary>A number of pieces that the words say of anything; null when they say none.</summary>
    public static int? Number(string text) => Counted().Match(text) is { Success: true } match ? Value(match.Groups["n"].Value) : null;

    // What follows 'but', 'except' or 'not' is what stays.
    private static (string Wanted, string Unwanted) Sides(string text)
    {
        var unwanted = string.Join(" , ", Excluding().Matches(text).Select(m => m.Groups["what"].Value));
        return (Excluding().Replace(text, " , "), unwanted);
    }

    // 'All three tumblers' is about the tumblers.
    private static bool OnlyOfOne(string text, OrderLine[] lines) => AllOf().IsMatch(text) && Named(text, lines).Lines.Count > 0 && !WholeOrder().IsMatch(text);

    private static (List<WishedItem> Items, bool Unclear) Chosen(string text, OrderLine[] lines)
    {
        var items = new Dictionary<string, int>(StringComparer.Ordinal);
        var unclear = false;
        foreach (var phrase in Phrases().Split(text))
        {
            var best = Best(phrase, lines);
            if (best.Count == 0)
                continue;
            // Two lines of one product in two variants: the words must tell them apart, or mean both.
            if (best.Count > 1 && !Many().IsMatch(phrase) && !best.Exists(l => ItemWords.IsPlural(phrase, l)))
            {
                unclear = true;
                continue;
            }
            foreach (var line in best)
                items[line.Id] = Math.Max(items.GetValueOrDefault(line.Id), Quantity(phrase, line));
        }
        return ([.. items.Select(i => new WishedItem(i.Key, i.Value))], unclear && items.Count == 0);
    }

    private static List<OrderLine> Best(string phrase, OrderLine[] lines)
    {
        var words = ItemWords.Of(phrase);
        if (words.Length == 0)
            return [];
        var fits = lines.Select(l => (Line: l, Fit: ItemWords.Fit(words, l))).Where(f => f.Fit > 0).ToList();
        var most = fits.Count == 0 ? 0 : fits.Max(f => f.Fit);
        return [.. fits.Where(f => f.Fit == most).Select(f => f.Line)];
    }

    private static (List<OrderLine> Lines, bool Any) Named(string text, OrderLine[] lines)
    {
        var found = Phrases().Split(text).SelectMany(p => Best(p, lines)).Distinct().ToList();
        return (found, found.Count > 0);
    }

    private static int Quantity(string phrase, OrderLine line)
    {
        var most = Pieces(line);
        if (most == 1)
            return 1;
        // More than were bought is more than can be: the policy says so in its words.
        if (Number(phrase) is { } number)
            return number;
        return Many().IsMatch(phrase) || ItemWords.IsPlural(phrase, line) ? most : 1;
    }

    // 'The second one' of a list, where no item was named.
    private static ItemChoice Placed(string text, OrderLine[] lines)
    {
        var places = Place().Matches(text).Select(m => m.Value.ToLowerInvariant() switch
        {
            "first" or "1st" or "number 1" or "no 1" => 0,
            "second" or "2nd" or "number 2" or "no 2" => 1,
            "third" or "3rd" or "number 3" or "no 3" => 2,
            "fourth" or "4th" or "number 4" or "no 4" => 3,
            _ => lines.Length - 1,
        }).Where(p => p < lines.Length).Distinct().ToList();
        if (places.Count > 0)
            return new([.. places.Select(p => new WishedItem(lines[p].Id, Pieces(lines[p])))], false, true, false);
        // 'Just one of them' is about what there is; 'a birthday cake' is not.
        if (lines.Length == 1 && text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= FewWords && Number(text) is { } number && number <= Pieces(lines[0]))
            return new([new WishedItem(lines[0].Id, number)], false, true, number == Pieces(lines[0]));
        return ItemChoice.Nothing;
    }

    private static int? Value(string number) => number.ToLowerInvariant() switch
    {
        "one" or "a" or "an" or "single" => 1,
        "two" or "couple" or "pair" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        var digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 100 ? value : null,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(everything|every item|all of (it|them|those|these)|all (the |my |of the )?(items|things|stuff|pieces|products)|whole (order|thing|lot|parcel)|entire order|complete order|the lot|it all|both( of (them|those|these))?|all)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex All();

    [GeneratedRegex(@"\b(both|all)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex AllOf();

    [GeneratedRegex(@"\b(everything|whole|entire|complete)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex WholeOrder();

    [GeneratedRegex(@"\b(all|both|every|each|any|those|these)\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Many();

    [GeneratedRegex(@"\b(but not|but|except( for)?|apart from|other than|excluding|without|not|keep(ing)?|i('ll| will)? keep|leave) (?<what>(the|my|a|an|that|this|those|these) [^,.;!?\n]+?)(?=,|\.|;|!|\?|\n|$|\b(but|and (return|send|exchange|refund)|just|only|the other)\b)", Options, 1000)]
    private static partial Regex Excluding();

    [GeneratedRegex(@",|;|\n|\.(?=\s|$)|&|\+|\b(and|plus|also|as well as)\b", Options, 1000)]
    private static partial Regex Phrases();

    [GeneratedRegex(@"(?<![#$€£\w.])(?<n>one|two|three|four|five|six|couple|pair|single|a|an|\d{1,2})\b(?!\s*(%|percent|days?|weeks?|months?|years?|ml|l|g|kg|cm|inch|oz|times|st|nd|rd|th)\b)(?=\s+(of|more|fewer|less|only|pieces?|pcs?|x|\w))|(?<![#$€£\w.])(?<n>one|two|three|four|five|six|\d{1,2})(?=\s*($|[.,!?]))", Options, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(first|1st|second|2nd|third|3rd|fourth|4th|last|(number|no) [1-4])\b", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
