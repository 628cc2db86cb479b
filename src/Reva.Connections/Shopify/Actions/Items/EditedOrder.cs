using Reva.Connections.Shopify.Actions.Refunds;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Items;

internal sealed record EditedData(EditedOrder? Order);

/// <summary>An order as an edit has left it, or has not yet touched it.</summary>
internal sealed record EditedOrder
{
    public required MoneyBag TotalOutstandingSet { get; init; }
    public Nodes<EditedLine> LineItems { get; init; } = new();
    public Nodes<EventNode> Events { get; init; } = new();
    public IReadOnlyList<MadeRefund> Refunds { get; init; } = [];
    public IReadOnlyList<TransactionNode> Transactions { get; init; } = [];

    public Money Outstanding => TotalOutstandingSet.ToMoney();

    /// <summary>
    /// Whether the change is in the order: the shop's timeline bears its mark, or, where it keeps no notes, the order has just those
    /// pieces more and less than before.
    /// </summary>
    public bool Has(ChangeItems action, Order? before, string actionId) =>
        Events.Items.Any(e => ActionMark.IsIn(e.Message, actionId) || ActionMark.IsIn(e.SecondaryMessage, actionId))
        || (before is not null && Differs(action, before));

    /// <summary>Whether a mail about money that is owed went out since.</summary>
    public bool InvoicedSince(DateTimeOffset at) =>
        Events.Items.Any(e => e.CreatedAt >= at.AddMinutes(-1) && e.Message?.Contains("invoice", StringComparison.OrdinalIgnoreCase) == true);

    private bool Differs(ChangeItems action, Order before)
    {
        var fewer = action.Changes.Where(c => c.LineId is not null).GroupBy(c => c.LineId!, StringComparer.Ordinal)
            .All(g => Now(g.Key) == Then(before, g.Key) - g.Sum(c => c.Quantity));
        var more = action.Changes.Where(c => c.NewVariantId is not null).GroupBy(c => c.NewVariantId!, StringComparer.Ordinal)
            .All(g => NewPieces(before, g.Key) == g.Sum(c => c.Quantity));
        return fewer && more;
    }

    private int Now(string lineId) => LineItems.Items.FirstOrDefault(l => l.Id == lineId)?.CurrentQuantity ?? 0;

    private static int Then(Order before, string lineId) => before.Lines.FirstOrDefault(l => l.Id == lineId) is { } line ? line.CurrentQuantity ?? line.Quantity : 0;

    private int NewPieces(Order before, string variantId) =>
        LineItems.Items.Where(l => l.Variant?.Id == variantId && before.Lines.All(b => b.Id != l.Id)).Sum(l => l.CurrentQuantity);
}

internal sealed record EditedLine(string Id, int CurrentQuantity, Reference? Variant);

internal sealed record EventNode(DateTimeOffset CreatedAt, string? Message, string? SecondaryMessage);
