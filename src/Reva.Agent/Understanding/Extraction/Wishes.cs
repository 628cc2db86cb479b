using System.Text.RegularExpressions;
using Reva.Core.Catalog;

namespace Reva.Agent.Understanding.Extraction;

/// <summary>Finds turns of phrase that shape a search: cheaper, more, similar, on sale, the newest.</summary>
internal static partial class Wishes
{
    public static Entities Add(Entities entities, string text) => entities with
    {
        Cheaper = Cheaper().IsMatch(text),
        MoreExpensive = MoreExpensive().IsMatch(text),
        Superlative = SuperlativeOf(text),
        Similar = Similar().IsMatch(text),
        More = More().IsMatch(text) && !Similar().IsMatch(text),
        Continues = Continues().IsMatch(text),
        OnSale = OnSale().IsMatch(text),
        InStock = InStock().IsMatch(text),
    };

    private static ProductOrder? SuperlativeOf(string text)
    {
        if (Cheapest().IsMatch(text))
            return ProductOrder.PriceAscending;
        if (Dearest().IsMatch(text))
            return ProductOrder.PriceDescending;
        if (Newest().IsMatch(text))
            return ProductOrder.Newest;
        return BestRated().IsMatch(text) ? ProductOrder.Rating : null;
    }

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(cheaper|less (expensive|pricey|costly)|lower (price|priced|cost)|more affordable|too (expensive|pricey|dear|much money)|lower budget|inexpensive one)\b", Options)]
    private static partial Regex Cheaper();

    [GeneratedRegex(@"\b((something|anything|one|ones|somewhat|a bit|bit) (better|nicer|fancier|more expensive|more premium)|more expensive (one|ones|option)?s?|better quality|higher (end|quality)|premium|upscale|high-end|fancier|nicer (one|ones)|splurge)\b", Options)]
    private static partial Regex MoreExpensive();

    [GeneratedRegex(@"\b(cheap|cheapest|least expensive|lowest[- ]priced?|lowest price|most affordable|budget option)\b", Options)]
    private static partial Regex Cheapest();

    [GeneratedRegex(@"\b(most expensive|priciest|dearest|highest[- ]priced?|top of the range|top of the line)\b", Options)]
    private static partial Regex Dearest();

    [GeneratedRegex(@"\b(newest|latest|new arrivals?|new in|just in|what(['’]?s| is) new|anything new|most recent (products?|items?))\b", Options)]
    private static partial Regex Newest();

    [GeneratedRegex(@"\b((best|top|highest)[- ](rated|reviewed|reviews?|ratings?)|best rating|top[- ]rated|best[- ]?sell(ers?|ing)|(most )?popular|most loved|what do (people|others|customers) (buy|like|love)|favou?rites?)\b", Options)]
    private static partial Regex BestRated();

    [GeneratedRegex(@"\b(similar|more like|something like|anything like|same (kind|style|type) (as|of)|like (this|that|these|those)( one)?|resembles?|along the lines of|in the style of|looks? like (the|this|that)|comparable to|alternatives? to)\b", Options)]
    private static partial Regex Similar();

    [GeneratedRegex(@"\b((show|see|give|got|have|any|some|a few|few|view|want|list) (me )?(some |any |a few )?(more|others?)|more (options|please|results|choices|of them|like that|ideas|products|items)|what else|anything else|any others?|others\??$|other (options|ones|choices|ideas|suggestions)|next (ones|page)|something else|something different|^more[.!?]*$|not these|none of (these|those))\b", Options)]
    private static partial Regex More();

    [GeneratedRegex(@"^\W*(and |but |or |maybe |ideally |preferably )?(for|with|without|in|made|it (should|must|has to|needs to)|they (should|must|have to|need to)|must|should|one (for|with|that)|ones (for|with|that)|the (one|ones)) ", Options)]
    private static partial Regex Continues();

    [GeneratedRegex(@"\b(on sale|any sales?|is there a sale|sales? on|have a sale|discounted|in the sale|reduced( price)?|clearance|on offer|special offers?|deals?|sale items?|bargains?|marked down|price drops?|outlet)\b", Options)]
    private static partial Regex OnSale();

    [GeneratedRegex(@"\b(in[- ]stock|available( now| today| right now)?|ready to ship|ship(s)? (now|today)|can (be )?ship(ped)? (now|today)|in store now)\b", Options)]
    private static partial Regex InStock();
}
