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
    public MetafieldNode? Metafield { get; init; }
    public IReadOnlyList<MadeRefund> Refunds { get; init; } = [];
    public IReadOnlyList<TransactionNode> Transactions { get; init; } = [];

    public Money Outstanding => TotalOutstandingSet.ToMoney();

    /// <summary>Whether the customer has been sent an invoice for this action: the field that bears the action's id says so.</summary>
    public bool IsInvoiced => Metafield?.Value == EditDesk.Invoiced;

    /// <summary>Whether the change is in the order. Edits have no key and their notes cannot be read back, so it is told from the pieces: just those more and fewer.</summary>
    public bool Has(ChangeItems action, Order before) =>
        Fewer(action).All(g => Now(g.Key) == Then(before, g.Key) - g.Sum(c => c.Quantity))
        && More(action).All(g => NewPieces(before, g.Key) == g.Sum(c => c.Quantity));

    /// <summary>Whether what the change is about stands as it did before.</summary>
    public bool IsAs(Order before, ChangeItems action) =>
        Fewer(action).All(g => Now(g.Key) == Then(before, g.Key)) && More(action).All(g => NewPieces(before, g.Key) == 0);

    private static IEnumerable<IGrouping<string, ItemChange>> Fewer(ChangeItems action) =>
        action.Changes.Where(c => c.LineId is not null).GroupBy(c => c.LineId!, StringComparer.Ordinal);

    private static IEnumerable<IGrouping<string, ItemChange>> More(ChangeItems action) =>
        action.Changes.Where(c => c.NewVariantId is not null).GroupBy(c => c.NewVariantId!, StringComparer.Ordinal);

    private int Now(string lineId) => LineItems.Items.FirstOrDefault(l => l.Id == lineId)?.CurrentQuantity ?? 0;

    private static int Then(Order before, string lineId) => before.Lines.FirstOrDefault(l => l.Id == lineId) is { } line ? line.CurrentQuantity ?? line.Quantity : 0;

    private int NewPieces(Order before, string variantId) =>
        LineItems.Items.Where(l => l.Variant?.Id == variantId && before.Lines.All(b => b.Id != l.Id)).Sum(l => l.CurrentQuantity);
}

internal sealed record EditedLine(string Id, int CurrentQuantity, Reference? Variant);

internal sealed record MetafieldNode(string? Value);
