using Reva.Core.Actions;

namespace Reva.Core.Policies.Rules;

/// <summary>Lines exist, and no more is asked of them than they hold; one line named twice counts together.</summary>
internal static class Pieces
{
    public static IEnumerable<Finding> Of(PolicyRequest request)
    {
        if (request.Order is not { } order)
            yield break;
        var named = NamedPieces.Of(request.Action);
        if (IsEmpty(request.Action))
            yield return Finding.Deny("nothing_to_do", "I need to know which items this is about.");
        if (named.Any(p => p.Quantity < 1) || request.Action is ChangeItems change && change.Changes.Any(c => c.Quantity < 1))
            yield return Finding.Deny("quantity", "It has to be one piece at least.");
        if (named.Any(p => order.Lines.All(l => l.Id != p.LineId)))
            yield return Finding.Deny("no_line", $"That item isn't part of order {order.Number}.");
        foreach (var (line, quantity) in NamedPieces.PerLine(request))
        {
            if (quantity > line.Current())
                yield return Finding.Deny("quantity", line.Current() == 0 ? $"The {line.Title} isn't part of order {order.Number} any more." : $"There {(line.Current() == 1 ? "is" : "are")} only {line.Current()} of the {line.Title} in order {order.Number}.");
        }
    }

    /// <summary>What was paid back and kept is not taken out, taken back or paid back a second time, nor is what an open return will pay back.</summary>
    public static IEnumerable<Finding> PaidBack(PolicyRequest request)
    {
        if (request.Order is not { } order)
            yield break;
        foreach (var (line, quantity) in NamedPieces.PerLine(request))
        {
            var held = order.InOpenReturns(line.Id);
            if (quantity <= line.Current() && quantity > line.Refundable - held)
                yield return Finding.Deny("refundable_pieces", held > 0 && line.Refundable > 0
                    ? $"The {line.Title} is on its way back already, and the money follows when it arrives."
                    : $"The {line.Title} has been paid back already.");
        }
    }

    private static bool IsEmpty(ShopAction action) => action switch
    {
        ReturnItems back => back.Items.IsDefaultOrEmpty,
        ExchangeItems exchange => exchange.Swaps.IsDefaultOrEmpty,
        ChangeItems change => change.Changes.IsDefaultOrEmpty || change.Changes.Any(c => c is { LineId: null, NewVariantId: null }),
        Refund refund => refund.Items.IsEmpty && !refund.Shipping && refund.Extra is not { Amount: > 0 },
        _ => false,
    };
}
