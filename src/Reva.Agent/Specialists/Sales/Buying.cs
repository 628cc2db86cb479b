using System.Text.RegularExpressions;
using Reva.Agent.Turns;
using Reva.Core.Catalog;

namespace Reva.Agent.Specialists.Sales;

/// <summary>'I'll take it': the shop's own page sells, and the shopper is led there.</summary>
internal static partial class Buying
{
    /// <summary>Whether the shopper wants to buy now.</summary>
    public static bool IsWished(string text) => Wish().IsMatch(text);

    /// <summary>How to buy a product, or whatever is wanted when it is open which.</summary>
    public static Reply How(Product? product, TurnContext turn) => product is null && turn.Memory.ShownProductIds.Length > 0
        ? "Which one do you mean? Tell me its name, and I'll give you the link to its page."
        : product is null
        ? "Open the product's page, choose its form, put it into the cart and check out there. Tell me what you're after and I'll give you the link."
        : turn.Wording.Pick(
            $"Good choice. You can order the **{product.Title}** on its page: [{product.Title}]({product.Url}). {VariantReply.Offer(product)}",
            $"You'll find the **{product.Title}** here, ready for the cart: [{product.Title}]({product.Url}). {VariantReply.Offer(product)}").TrimEnd();

    [GeneratedRegex(@"\bi(['’]?ll| will| want to| would like to|['’]?d like to) (take|buy|order|get|purchase) (it|this|that|them|one|these|the (first|second|third|last)( one)?)\b|\b(add|put) .{1,60} ?(in)?to (my |the )?(cart|basket|bag)\b|\bhow (do|can) i (check ?out|(buy|order|purchase|get) (it|this|that|one|them|these))\b|\bwhere (do|can) i (buy|order) (it|this|that|them)\b|\b(proceed to|go to) checkout\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Wish();
}
