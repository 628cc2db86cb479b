using System.Collections.Immutable;
using Reva.Core.Catalog;
using Reva.Core.Knowledge;

namespace Reva.Grains.Catalog;

/// <summary>Products and passages as rows. Thread safe; every call names its store.</summary>
public interface ICatalogStore
{
    /// <summary>For each product id, the hash of the text that its stored vector was made from, for skipping what has not changed.</summary>
    Task<IReadOnlyDictionary<string, string>> ProductTextHashesAsync(string storeId, string embeddingModel, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces products; a null vector keeps the stored one.</summary>
    Task UpsertProductsAsync(string storeId, IReadOnlyList<ProductRow> products, CancellationToken cancellationToken);

    /// <summary>Removes products not seen since <paramref name="syncStartedAt"/>; returns how many.</summary>
    Task<int> RemoveProductsNotSeenSinceAsync(string storeId, DateTimeOffset syncStartedAt, CancellationToken cancellationToken);

    /// <summary>Removes these products; returns how many there were.</summary>
    Task<int> RemoveProductsAsync(string storeId, IReadOnlyCollection<string> productIds, CancellationToken cancellationToken);

    /// <summary>For each passage id, the hash of its text.</summary>
    Task<IReadOnlyDictionary<string, string>> PassageTextHashesAsync(string storeId, string embeddingModel, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces passages; a null vector keeps the stored one.</summary>
    Task UpsertPassagesAsync(string storeId, IReadOnlyList<PassageRow> passages, CancellationToken cancellationToken);

    /// <summary>Removes passages not seen since <paramref name="syncStartedAt"/>; returns how many.</summary>
    Task<int> RemovePassagesNotSeenSinceAsync(string storeId, DateTimeOffset syncStartedAt, CancellationToken cancellationToken);

    /// <summary>Grows with every change of a store's products or passages; indexes in memory reload when it has grown.</summary>
    Task<long> CatalogVersionAsync(string storeId, CancellationToken cancellationToken);

    /// <summary>All products with their vectors.</summary>
    Task<ImmutableArray<ProductRow>> ProductsAsync(string storeId, CancellationToken cancellationToken);

    /// <summary>All passages with their vectors.</summary>
    Task<ImmutableArray<PassageRow>> PassagesAsync(string storeId, CancellationToken cancellationToken);
}

/// <summary>A product with what search needs.</summary>
/// <param name="TextHash">Hash of the embedded text.</param>
/// <param name="EmbeddingModel">The model its vector is of.</param>
/// <param name="Vector">Unit length; null: keep what is stored.</param>
/// <param name="SeenAt">When a sync last saw it.</param>
public sealed record ProductRow(Product Product, string TextHash, string EmbeddingModel, float[]? Vector, DateTimeOffset SeenAt);

/// <summary>A passage with what search needs; see <see cref="ProductRow"/>.</summary>
public sealed record PassageRow(Passage Passage, string TextHash, string EmbeddingModel, float[]? Vector, DateTimeOffset SeenAt);
