namespace Reva.Sandbox.Models;

/// <summary>Vectors from hashed words and their three-letter pieces: the same text always gives the same vector, like texts like ones.</summary>
internal static class Embeddings
{
    /// <summary>Length of a vector when none is asked for.</summary>
    public const int Dimensions = 256;

    /// <summary>A vector of length 1 (all zero for a text without letters or digits).</summary>
    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in text.ToLowerInvariant().Split([.. " \t\r\n.,;:!?()[]\"'"], StringSplitOptions.RemoveEmptyEntries))
        {
            Add(vector, word, 1f);
            var padded = $"<{word}>";
            for (var i = 0; i + 3 <= padded.Length; i++)
                Add(vector, padded.Substring(i, 3), 0.4f);
        }
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return length == 0 ? vector : [.. vector.Select(v => v / length)];
    }

    private static void Add(float[] vector, string piece, float weight)
    {
        // FNV-1a: the framework's own hash differs from process to process.
        var hash = 2166136261u;
        foreach (var c in piece)
            hash = (hash ^ c) * 16777619u;
        vector[hash % (uint)vector.Length] += (hash & 0x8000_0000) == 0 ? weight : -weight;
    }
}
