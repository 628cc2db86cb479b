using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, and how it is to be paid.</summary>
public sealed record ChangePaymentMethodArguments(string? OrderNumber, string? PaymentMethod);

/// <summary>Proposes to have an order paid another way.</summary>
public sealed class ChangePaymentMethodTool(OwnOrders orders) : ActionTool<ChangePaymentMethodArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ChangePaymentMethod;

    /// <inheritdoc/>
    public override string Description => "Propose that an order which has not been sent yet is paid with another payment method of the customer. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking the payment";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""
        {"type":"object","properties":{"order_number":{"type":"string"},"payment_method":{"type":"string","description":"Id of the new payment method, or what the customer calls it"}},"required":["order_number","payment_method"]}
        """);

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ChangePaymentMethodArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        return string.IsNullOrWhiteSpace(arguments.PaymentMethod) ? ActionDraft.Wrong("payment_method is missing: ask how the order is to be paid.")
            : ActionDraft.Of(new ChangePaymentMethod { OrderId = order.Id, OrderNumber = order.Number, PaymentMethodId = arguments.PaymentMethod.Trim() }, order);
    }
}
