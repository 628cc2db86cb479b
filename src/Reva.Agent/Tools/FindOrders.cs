using System.Collections.Immutable;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Tools;

/// <summary>No arguments: whose orders follows from who the shopper has proved to be.</summary>
public sealed record FindOrdersArguments;

/// <summary>Lists the proven shopper's latest orders.</summary>
public sealed class FindOrders(IOrders orders) : Tool<FindOrdersArguments, ImmutableArray<Order>>
{
    /// <inheritdoc/>
    public override string Name => "find_orders";

    /// <inheritdoc/>
    public override string Description => "List the latest orders of the shopper, once they have proved who they are with get_order.";

    /// <inheritdoc/>
    public override string Label => "Looking up your orders";

    /// <inheritdoc/>
    public override JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{}}""");

    /// <inheritdoc/>
    protected override async Task<ToolOutcome<ImmutableArray<Order>>> RunAsync(FindOrdersArguments arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.VerifiedEmail is not { } email)
            return new(false, [], new { error = "Not proved yet: ask for order number and e-mail address and use get_order." });
        var found = await orders.OfCustomerAsync(turn.StoreId, email, 10, cancellationToken);
        return new(true, found, new { Orders = found.Select(o => OrderView.Of(o, turn)) });
    }
}
