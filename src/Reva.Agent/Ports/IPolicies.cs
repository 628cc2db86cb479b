using Reva.Core.Policies;

namespace Reva.Agent.Ports;

/// <summary>What each store's merchant allows the agent to do. Thread safe.</summary>
public interface IPolicies
{
    /// <summary>The store's policies as they are now; the defaults where the merchant has said nothing.</summary>
    ValueTask<StorePolicies> ForAsync(string storeId, CancellationToken cancellationToken);
}
