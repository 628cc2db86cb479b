using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, and what changes in it.</summary>
public sealed record ChangeItemsArguments(string? OrderNumber, ImmutableArray<SwapArgument>? Changes, string? PaymentMethod);

/// <summary>Proposes other items or numbers in an order.</summary>
public sealed class ChangeItemsTool(OwnOrders orders, OrderItems items) : ActionTool<ChangeItemsArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ChangeItems;

    /// <inheritdoc/>
    public override string Description =>
        "Propose to change the items of an order that has not been sent yet: swap an item for another variant (item and new_item), take one out (item alone) or add one (new_item alone). Name all changes at once. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking what can be changed";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},
          "changes":{"type":"array","minItems":1,"items":{"type":"object","properties":{
            "item":{"type":"string","description":"Number of the item in the order"},
            "new_item":{"type":"string","description":"Number of the variant that comes in its place or is added"},
            "quantity":{"type":"integer","minimum":1}}}},
          "payment_method":{"type":"string","description":"Id of the payment method for a difference, only where the shop lets customers choose"}},
         "required":["order_number","changes"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ChangeItemsArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        if (arguments.Changes is not { IsDefaultOrEmpty: false } wanted)
            return ActionDraft.Wrong("No change is named: ask what is to be changed.");
        if (wanted.Any(c => c is null or { Item: null, NewItem: null }))
            return ActionDraft.Wrong("A change is empty: name the item, what comes in its place, or both.");
        var named = wanted.Where(c => c.Item is not null).ToList();
        var (lines, problem) = named.Count == 0 ? ([], null) : OrderItems.Lines(order, named.Select(c => new ItemArgument(c.Item, c.Quantity)));
        if (problem is not null)
            return ActionDraft.Wrong(problem);
        var changes = ImmutableArray.CreateBuilder<ItemChange>(wanted.Length);
        // Two changes may read the same, when an order holds a thing twice: each has the next line that was found.
        var next = 0;
        foreach (var change in wanted)
        {
            var line = change.Item is null ? null : lines[next++];
            if (change.NewItem is null)
            {
                changes.Add(new ItemChange(line!.LineId, line.Quantity, null));
                continue;
            }
            var (offer, missing) = await items.VariantAsync(turn.StoreId, line is null ? Another(order, change.NewItem) : order.Lines.First(l => l.Id == line.LineId), change.NewItem, cancellationToken);
            if (offer is null)
                return ActionDraft.Wrong(missing!);
            changes.Add(new ItemChange(line?.LineId, change.Quantity ?? 1, offer.VariantId));
        }
        return ActionDraft.Of(new ChangeItems { OrderId = order.Id, OrderNumber = order.Number, Changes = changes.ToImmutable(), PaymentMethodId = arguments.PaymentMethod }, order);
    }

    // One more of what is in the order is named as the order names it.
    private static OrderLine? Another(Order order, string named) => order.Lines.FirstOrDefault(l => named.Equals(l.Sku, StringComparison.OrdinalIgnoreCase) || named.Equals(l.VariantId, StringComparison.Ordinal));
}
