using System.Collections.Concurrent;
using Reva.Agent.Ports;

namespace Reva.Agent.Embedding;

/// <summary>
/// Keeps the vectors of texts that come again and again, as the sentences of a shop's pages do. Holds at most
/// <see cref="Most"/> texts (12 MB at 384 dimensions); beyond that it begins anew. Thread safe; callers must not change the vectors.
/// </summary>
public sealed class RememberingEmbedder(IEmbedder inner) : IEmbedder
{
    /// <summary>Texts that are kept.</summary>
    public const int Most = 8192;

    private readonly ConcurrentDictionary<string, float[]> _known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Model => inner.Model;

    /// <inheritdoc/>
    public int Dimensions => inner.Dimensions;

    /// <inheritdoc/>
    public async ValueTask<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];
        var missing = new List<int>();
        for (var i = 0; i < vectors.Length; i++)
        {
            if (_known.TryGetValue(texts[i], out var vector))
                vectors[i] = vector;
            else
                missing.Add(i);
        }
        if (missing.Count == 0)
            return vectors;
        var made = await inner.EmbedAsync([.. missing.Select(i => texts[i])], cancellationToken);
        if (_known.Count + missing.Count > Most)
            _known.Clear();
        for (var i = 0; i < missing.Count; i++)
            vectors[missing[i]] = _known[texts[missing[i]]] = made[i];
        return vectors;
    }
}
