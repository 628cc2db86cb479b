using Microsoft.Extensions.Logging;
using Reva.Agent.Ports;
using Reva.Core.Catalog;
using Reva.Grains.Catalog.Index;

namespace Reva.Grains.Catalog;

/// <summary>The catalogue of every store, searched in memory.</summary>
public sealed class CatalogIndex : ICatalog
{
    // Longer texts are no wishes; reading all of one would only cost time.
    private const int LongestText = 2000;

    private readonly ReloadingIndex<ProductIndex> _stores;
    private readonly QueryVectors _vectors;

    /// <summary>Reads rows from <paramref name="store"/> when they are first asked for, and again when they have changed.</summary>
    public CatalogIndex(ICatalogStore store, IEmbedder embedder, TimeProvider time, ILogger<CatalogIndex> logger)
    {
        _vectors = new(embedder, logger);
        _stores = new(
            store.CatalogVersionAsync,
            async (id, cancellationToken) => new ProductIndex(await store.ProductsAsync(id, cancellationToken), embedder.Model, embedder.Dimensions, time.GetUtcNow()),
            time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<ProductSearchResult> SearchAsync(string storeId, ProductQuery query, RankingWeights weights, CancellationToken cancellationToken)
    {
        var index = await _stores.GetAsync(storeId, cancellationToken);
        var text = query.Text.Length <= LongestText ? query.Text : query.Text[..LongestText];
        var words = index.Words.Read(text);
        var wished = words.IsEmpty ? null : await _vectors.OfAsync(text, cancellationToken);
        return new ProductSearch(index, query, words, Toward(wished, index, query.LikeProductId), weights).Run();
    }

    /// <inheritdoc/>
    public async ValueTask<Product?> FindAsync(string storeId, string productId, CancellationToken cancellationToken)
    {
        var index = await _stores.GetAsync(storeId, cancellationToken);
        return index.Find(productId) is { } product ? index.Products[product] : null;
    }

    /// <inheritdoc/>
    public async ValueTask<Product?> FindByHandleAsync(string storeId, string handle, CancellationToken cancellationToken) =>
        (await _stores.GetAsync(storeId, cancellationToken)).FindByHandle(handle);

    /// <inheritdoc/>
    public async ValueTask<CatalogVocabulary> VocabularyAsync(string storeId, CancellationToken cancellationToken) =>
        (await _stores.GetAsync(storeId, cancellationToken)).Vocabulary;

    /// <summary>Brings a store's index up to date before it returns; without this it follows within about a second.</summary>
    public Task RefreshAsync(string storeId, CancellationToken cancellationToken) => _stores.RefreshAsync(storeId, cancellationToken);

    // 'Like this one, but lighter' lies between the product and the words.
    private static float[]? Toward(float[]? wished, ProductIndex index, string? likeId)
    {
        if (index.Find(likeId) is not { } like || index.Vectors[like] is not { } model)
            return wished;
        if (wished is null || wished.Length != model.Length)
            return model;
        var between = model.Zip(wished, (m, w) => m + 0.5f * w).ToArray();
        var length = MathF.Sqrt(between.Sum(x => x * x));
        return length == 0 ? model : [.. between.Select(x => x / length)];
    }
}
