using Reva.Core.Stores;

namespace Reva.Grains.Stores;

/// <summary>What the agent must know of each shop, ready without a grain call. Thread safe.</summary>
public interface IStoreProfiles
{
    /// <summary>The store's profile; null when there is no such store.</summary>
    ValueTask<StoreProfile?> FindAsync(string storeId, CancellationToken cancellationToken);
}
