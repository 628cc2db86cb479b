using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Core.Policies.Rules;

/// <summary>Pieces that an action names. Numbers are long: two int.MaxValue of one line must not add up to a small number.</summary>
internal static class NamedPieces
{
    /// <summary>As they stand in the action, one by one.</summary>
    public static ImmutableArray<ItemPieces> Of(ShopAction action) => action switch
    {
        ReturnItems back => back.Items,
        Refund refund => refund.Items,
        ExchangeItems exchange => [.. exchange.Swaps.Select(s => new ItemPieces(s.LineId, s.Quantity))],
        ChangeItems change => [.. change.Changes.Where(c => c.LineId is not null).Select(c => new ItemPieces(c.LineId!, c.Quantity))],
        _ => [],
    };

    /// <summary>Lines of the order with all pieces named of each; lines that do not exist are left out.</summary>
    public static IEnumerable<(OrderLine Line, long Quantity)> PerLine(PolicyRequest request)
    {
        foreach (var named in Of(request.Action).GroupBy(p => p.LineId, StringComparer.Ordinal))
        {
            if (request.Order?.Lines.FirstOrDefault(l => l.Id == named.Key) is { } line)
                yield return (line, named.Sum(p => (long)p.Quantity));
        }
    }

    /// <summary>New variants with all pieces wanted of each.</summary>
    public static IEnumerable<(string VariantId, long Quantity)> Wanted(ShopAction action)
    {
        IEnumerable<(string? Variant, int Quantity)> wanted = action switch
        {
            ExchangeItems exchange => exchange.Swaps.Select(s => ((string?)s.NewVariantId, s.Quantity)),
            ChangeItems change => change.Changes.Select(c => (c.NewVariantId, c.Quantity)),
            _ => [],
        };
        return wanted.Where(w => w.Variant is not null).GroupBy(w => w.Variant!, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(w => (long)w.Quantity)));
    }

    /// <summary>Pieces of a line that are part of the order still.</summary>
    public static int Current(this OrderLine line) => line.CurrentQuantity ?? line.Quantity;

    /// <summary>Pieces of a line in returns that are under way.</summary>
    public static int InOpenReturns(this Order order, string lineId) =>
        order.Returns.Where(r => r.IsOpen).SelectMany(r => r.Items).Where(i => i.LineId == lineId).Sum(i => i.Quantity);
}
