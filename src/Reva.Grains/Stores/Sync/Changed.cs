using System.Security.Cryptography;
using System.Text;
using Reva.Agent.Ports;

namespace Reva.Grains.Stores.Sync;

/// <summary>Embeds only texts that have changed.</summary>
internal static class Changed
{
    private const int AtOnce = 128;

    /// <summary>For each item the hash of its text, and a vector where the text is new or has changed.</summary>
    public static async Task<(string Hash, float[]? Vector)[]> VectorsAsync<T>(
        IEmbedder embedder, IReadOnlyList<T> items, Func<T, string> id, Func<T, string> text, IReadOnlyDictionary<string, string> known, CancellationToken cancellationToken)
    {
        var result = new (string Hash, float[]? Vector)[items.Count];
        var open = new List<(int Index, string Text)>();
        for (var i = 0; i < items.Count; i++)
        {
            var words = text(items[i]);
            result[i] = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..32], null);
            if (known.GetValueOrDefault(id(items[i])) != result[i].Hash)
                open.Add((i, words));
        }
        foreach (var some in open.Chunk(AtOnce))
        {
            var vectors = await embedder.EmbedAsync([.. some.Select(s => s.Text)], cancellationToken);
            foreach (var (position, vector) in vectors.Index())
                result[some[position].Index].Vector = vector;
        }
        return result;
    }
}
