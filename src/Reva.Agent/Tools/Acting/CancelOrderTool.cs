using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, and why.</summary>
public sealed record CancelOrderArguments(string? OrderNumber, string? Reason);

/// <summary>Proposes to call an order off.</summary>
public sealed class CancelOrderTool(OwnOrders orders) : ActionTool<CancelOrderArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.CancelOrder;

    /// <inheritdoc/>
    public override string Description => "Propose to cancel a whole order that has not been sent yet and pay it back. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking whether it can be cancelled";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},"reason":{"type":"string","description":"In a few words, as the customer said it"}},"required":["order_number"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(CancelOrderArguments arguments, TurnContext turn, CancellationToken cancellationToken) =>
        await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is { } order
            ? ActionDraft.Of(new CancelOrder { OrderId = order.Id, OrderNumber = order.Number, Reason = ReasonText.Of(arguments.Reason, "No longer needed") }, order)
            : ActionDraft.Wrong(OwnOrders.NotFound);
}
