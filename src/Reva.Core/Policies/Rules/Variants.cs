using Reva.Core.Actions;

namespace Reva.Core.Policies.Rules;

/// <summary>What comes instead exists, can be had in that number, and is of the same product where the merchant wants that.</summary>
internal static class Variants
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        foreach (var (variantId, quantity) in NamedPieces.Wanted(request.Action))
        {
            if (Offer(request, variantId) is not { } offer)
                yield return Finding.Deny("variant_unknown", "The item you'd like instead isn't sold any more.");
            else if (!offer.Available || offer.Stock < quantity)
                yield return Finding.Deny("out_of_stock", $"The {Name(offer)} isn't available{(quantity > 1 && offer is { Available: true, Stock: > 0 } ? " in that number" : "")} right now.");
        }
        if (request.Policies.SameProductOnly && Swaps(request.Action).Any(s => s.NewVariantId is { } id && !IsSameProduct(request, s.LineId, id)))
            yield return Finding.Deny("same_product", "An item can only be swapped for another variant of the same product.");
        if (request.Action is ChangeItems change)
        {
            if (LeavesNothing(request, change))
                yield return Finding.Deny("empties_order", "That would leave nothing in the order, so it would have to be cancelled instead.");
            // Where items stay within their product, back offices take a swap for the very same variant as the one change; elsewhere it would only cost the customer a proposal.
            else if (!request.Policies.SameProductOnly && change.Changes.All(c => c.NewVariantId is { } id && LineOf(request, c.LineId)?.VariantId == id))
                yield return Finding.Deny("no_change", "That is exactly what's in the order already.");
        }
    }

    private static IEnumerable<(string? LineId, string? NewVariantId)> Swaps(ShopAction action) => action switch
    {
        ExchangeItems exchange => exchange.Swaps.Select(s => ((string?)s.LineId, (string?)s.NewVariantId)),
        ChangeItems change => change.Changes.Select(c => (c.LineId, c.NewVariantId)),
        _ => [],
    };

    private static bool IsSameProduct(PolicyRequest request, string? lineId, string variantId) =>
        LineOf(request, lineId)?.ProductId is { } product && (Offer(request, variantId) is not { } offer || offer.ProductId == product);

    private static Orders.OrderLine? LineOf(PolicyRequest request, string? lineId) => request.Order?.Lines.FirstOrDefault(l => l.Id == lineId);

    private static VariantOffer? Offer(PolicyRequest request, string variantId) => request.Quote.Offers.FirstOrDefault(o => o.VariantId == variantId);

    private static bool LeavesNothing(PolicyRequest request, ChangeItems change) =>
        change.Changes.All(c => c.NewVariantId is null) && NamedPieces.PerLine(request).Sum(p => p.Quantity) >= request.Order!.Lines.Sum(l => (long)l.Current());

    private static string Name(VariantOffer offer) => offer.VariantTitle is null ? offer.Title : $"{offer.Title} ({offer.VariantTitle})";
}
