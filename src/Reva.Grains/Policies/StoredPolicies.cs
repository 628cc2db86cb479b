using Orleans;
using Reva.Agent.Ports;
using Reva.Core.Policies;

namespace Reva.Grains.Policies;

/// <summary>Policies as their grains keep them.</summary>
public sealed class StoredPolicies(IGrainFactory grains) : IPolicies
{
    /// <summary>The grain of a store.</summary>
    public static IPolicyGrain GrainOf(IGrainFactory grains, string storeId) => grains.GetGrain<IPolicyGrain>($"policy:{storeId}");

    /// <inheritdoc/>
    public async ValueTask<StorePolicies> ForAsync(string storeId, CancellationToken cancellationToken) => PolicyJson.Read((await GrainOf(grains, storeId).Read()).Json);
}
