namespace Reva.Grains.Stores;

/// <summary>The key of a store's grain: <c>store:{id}</c>.</summary>
public static class StoreKey
{
    private const string Prefix = "store:";

    /// <summary>The key.</summary>
    public static string Of(string storeId) => Prefix + storeId;

    /// <summary>The store of a key.</summary>
    public static string Parse(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) && key.Length > Prefix.Length ? key[Prefix.Length..]
        : throw new ArgumentException($"'{key}' is not the key of a store.", nameof(key));
}
