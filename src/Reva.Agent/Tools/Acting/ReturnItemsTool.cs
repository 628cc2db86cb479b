using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, what comes back, why, and where the money goes.</summary>
public sealed record ReturnItemsArguments(string? OrderNumber, ImmutableArray<ItemArgument>? Items, string? Reason, string? Note, string? RefundTo);

/// <summary>Proposes to take delivered items back.</summary>
public sealed class ReturnItemsTool(OwnOrders orders) : ActionTool<ReturnItemsArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ReturnItems;

    /// <inheritdoc/>
    public override string Description => "Propose a return of delivered items: a return number, how to send them, and the money once they have arrived. Name all items at once. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking the return";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},
          "items":{"type":"array","minItems":1,"items":{"type":"object","properties":{"item":{"type":"string","description":"Number of the item in the order"},"quantity":{"type":"integer","minimum":1}},"required":["item"]}},
          "reason":{"type":"string","enum":["unwanted","size_too_small","size_too_large","color","style","defective","wrong_item","not_as_described","other"]},
          "note":{"type":"string","description":"What the customer says of it"},
          "refund_to":{"type":"string","description":"original, store_credit, or the id of a payment method where the shop lets customers choose"}},
         "required":["order_number","items","reason"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ReturnItemsArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        var (items, problem) = OrderItems.Lines(order, arguments.Items ?? []);
        return problem is not null ? ActionDraft.Wrong(problem) : ActionDraft.Of(new ReturnItems
        {
            OrderId = order.Id, OrderNumber = order.Number, Items = items, Reason = ToolWords.ReasonOf(arguments.Reason),
            Note = arguments.Note is null ? null : ReasonText.Of(arguments.Note, ""), RefundTo = ToolWords.Target(arguments.RefundTo),
        }, order);
    }
}
