using Orleans;
using Orleans.Concurrency;

namespace Reva.Grains.Outbox;

/// <summary>Sends a store's mail: one sender, so that no two try the same. Key: <see cref="OutboxKey"/>.</summary>
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Makes sure that it looks for waiting mail from now on, whatever restarts come.</summary>
    Task Open();

    /// <summary>Something waits.</summary>
    [OneWay]
    Task Wake();
}

/// <summary>The key of a store's outbox: <c>outbox:{store}</c>.</summary>
public static class OutboxKey
{
    /// <summary>The key.</summary>
    public static string Of(string storeId) => $"outbox:{storeId}";

    /// <summary>The store of a key.</summary>
    public static string Parse(string key) => key.Split(':') is ["outbox", { Length: > 0 } store] ? store
        : throw new ArgumentException($"'{key}' is not the key of an outbox.", nameof(key));
}
