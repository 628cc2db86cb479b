using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, and what goes for what.</summary>
public sealed record ExchangeItemsArguments(string? OrderNumber, ImmutableArray<SwapArgument>? Items, string? Reason, string? PaymentMethod);

/// <summary>Proposes to take delivered items back for others.</summary>
public sealed class ExchangeItemsTool(OwnOrders orders, OrderItems items) : ActionTool<ExchangeItemsArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ExchangeItems;

    /// <inheritdoc/>
    public override string Description => "Propose to exchange delivered items for other variants. Name all items at once. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking the exchange";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},
          "items":{"type":"array","minItems":1,"items":{"type":"object","properties":{
            "item":{"type":"string","description":"Number of the item in the order"},
            "new_item":{"type":"string","description":"Number of the variant to be sent"},
            "quantity":{"type":"integer","minimum":1}},"required":["item","new_item"]}},
          "reason":{"type":"string","enum":["unwanted","size_too_small","size_too_large","color","style","defective","wrong_item","not_as_described","other"]},
          "payment_method":{"type":"string","description":"Id of the payment method for a difference, only where the shop lets customers choose"}},
         "required":["order_number","items"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ExchangeItemsArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        var wanted = arguments.Items ?? [];
        var (lines, problem) = OrderItems.Lines(order, wanted.Select(i => i is null ? null : new ItemArgument(i.Item, i.Quantity)));
        if (problem is not null)
            return ActionDraft.Wrong(problem);
        var swaps = ImmutableArray.CreateBuilder<ItemSwap>(wanted.Length);
        foreach (var (index, item) in wanted.Index())
        {
            var (offer, missing) = await items.VariantAsync(turn.StoreId, order.Lines.First(l => l.Id == lines[index].LineId), item.NewItem, cancellationToken);
            if (offer is null)
                return ActionDraft.Wrong(missing!);
            swaps.Add(new ItemSwap(lines[index].LineId, lines[index].Quantity, offer.VariantId));
        }
        return ActionDraft.Of(new ExchangeItems
        {
            OrderId = order.Id, OrderNumber = order.Number, Swaps = swaps.ToImmutable(), Reason = ToolWords.ReasonOf(arguments.Reason), PaymentMethodId = arguments.PaymentMethod,
        }, order);
    }
}
