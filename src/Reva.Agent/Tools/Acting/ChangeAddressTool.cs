using System.Text.Json;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Tools.Acting;

/// <summary>Which order, and where it goes.</summary>
public sealed record ChangeAddressArguments(string? OrderNumber, string? Name, string? Address1, string? Address2, string? City, string? Province, string? Zip, string? Country)
    : AddressArguments(Name, Address1, Address2, City, Province, Zip, Country);

/// <summary>Proposes to send an order elsewhere.</summary>
public sealed class ChangeAddressTool(OwnOrders orders) : ActionTool<ChangeAddressArguments>(orders)
{
    /// <inheritdoc/>
    public override ActionKind Kind => ActionKind.ChangeAddress;

    /// <inheritdoc/>
    public override string Description => "Propose another delivery address for an order that has not been sent yet. The customer confirms on a card.";

    /// <inheritdoc/>
    public override string Label => "Checking whether the address can be changed";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{"order_number":{"type":"string"},""" + AddressArguments.Properties + """},"required":["order_number","address1","city","zip"]}""");

    /// <inheritdoc/>
    protected override async Task<ActionDraft> DraftAsync(ChangeAddressArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (await Orders.FindAsync(arguments.OrderNumber, turn, cancellationToken) is not { } order)
            return ActionDraft.Wrong(OwnOrders.NotFound);
        var (address, problem) = arguments.Read(order.ShippingAddress);
        return address is null ? ActionDraft.Wrong(problem!) : ActionDraft.Of(new ChangeAddress { OrderId = order.Id, OrderNumber = order.Number, Address = address }, order);
    }
}
