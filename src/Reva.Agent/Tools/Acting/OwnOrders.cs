using Reva.Agent.Ports;
using Reva.Agent.Turns;
using Reva.Core.Orders;

namespace Reva.Agent.Tools.Acting;

/// <summary>Orders of the customer whom the conversation knows, and nobody else's.</summary>
public sealed class OwnOrders(IOrders orders, ICommerce commerce)
{
    /// <summary>What is said of an order that is not there or not theirs; the two are told apart nowhere.</summary>
    public const string NotFound = "No such order can be opened for this customer. Ask for the order number, and for the proof if it was not given; do not say whether the order exists.";

    /// <summary>The customer's order with this number as it is now; null when there is none, it is another's, or nobody is proved.</summary>
    public async Task<Order?> FindAsync(string? number, TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.VerifiedEmail is not { } email || (number ?? turn.Memory.FocusOrderNumber) is not { Length: > 0 } wanted)
            return null;
        var found = await orders.FindAsync(turn.StoreId, wanted, cancellationToken);
        if (found is null || !found.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
            return null;
        // Read once more by its id: what is acted on is what the platform holds, not what its search remembers.
        return await commerce.ReadAsync(turn.StoreId, found.Id, cancellationToken);
    }
}
