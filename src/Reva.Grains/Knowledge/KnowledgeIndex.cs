using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Reva.Agent.Ports;
using Reva.Core.Knowledge;
using Reva.Grains.Catalog;
using Reva.Grains.Catalog.Index;

namespace Reva.Grains.Knowledge;

/// <summary>The pages of every store, searched in memory.</summary>
public sealed class KnowledgeIndex : IKnowledge
{
    private const int LongestQuestion = 2000;

    private readonly ReloadingIndex<PassageIndex> _stores;
    private readonly QueryVectors _vectors;

    /// <summary>Reads rows from <paramref name="store"/> when they are first asked for, and again when they have changed.</summary>
    public KnowledgeIndex(ICatalogStore store, IEmbedder embedder, TimeProvider time, ILogger<KnowledgeIndex> logger)
    {
        _vectors = new(embedder, logger);
        _stores = new(
            store.CatalogVersionAsync,
            async (id, cancellationToken) => new PassageIndex(await store.PassagesAsync(id, cancellationToken), embedder.Model, embedder.Dimensions),
            time, logger);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<PassageHit>> SearchAsync(string storeId, string question, int take, CancellationToken cancellationToken)
    {
        var index = await _stores.GetAsync(storeId, cancellationToken);
        var text = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        var words = index.Read(text);
        return words.IsEmpty ? [] : index.Search(words, await _vectors.OfAsync(text, cancellationToken), take);
    }

    /// <inheritdoc/>
    public async ValueTask<WordCounts> CountWordsAsync(string storeId, IReadOnlyCollection<string> words, CancellationToken cancellationToken) =>
        (await _stores.GetAsync(storeId, cancellationToken)).Count(words);

    /// <summary>Brings a store's index up to date before it returns; without this it follows within about a second.</summary>
    public Task RefreshAsync(string storeId, CancellationToken cancellationToken) => _stores.RefreshAsync(storeId, cancellationToken);
}
