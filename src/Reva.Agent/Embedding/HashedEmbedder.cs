using System.Numerics.Tensors;
using Reva.Agent.Ports;

namespace Reva.Agent.Embedding;

/// <summary>
/// The built-in embedder: hashed words and character sequences for likeness in writing, and learned meanings for likeness in sense.
/// Deterministic; needs no key and no network; about 10 µs a short text.
/// </summary>
public sealed class HashedEmbedder : IEmbedder
{
    private const int Size = 384;
    private const int ShortText = 16;
    private const float ConceptWeight = 1.2f;

    private static readonly Lazy<ConceptTable> Concepts = new(() => ConceptTable.Load(Size));

    /// <inheritdoc/>
    public string Model { get; } = $"reva-hashed-1-{Concepts.Value.Fingerprint:x8}";

    /// <inheritdoc/>
    public int Dimensions => Size;

    /// <inheritdoc/>
    public ValueTask<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = new float[texts.Count][];
        for (var i = 0; i < vectors.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            vectors[i] = Embed(texts[i]);
        }
        return ValueTask.FromResult(vectors);
    }

    /// <summary>The vector of one text, of length 1. A text without words has a vector of its own, so that it is like no other.</summary>
    public float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var concepts = Concepts.Value;
        var words = EmbeddingWords.Of(text);
        var vector = new float[Size];
        string? before = null, tellingBefore = null;
        foreach (var written in words)
        {
            var word = (words.Count <= ShortText ? concepts.Meant(written) : null) ?? written;
            var weight = concepts.Weight(word);
            HashedWord.Add(written, weight, vector);
            if (concepts.Meaning(word) is { } meaning)
                TensorPrimitives.MultiplyAdd(meaning, weight * ConceptWeight, vector, vector);
            AddPhrase(before, word, concepts, vector);
            // 'send it back' is 'send back'.
            if (!ReferenceEquals(before, tellingBefore))
                AddPhrase(tellingBefore, word, concepts, vector);
            before = word;
            tellingBefore = concepts.IsSmall(word) ? tellingBefore : word;
        }
        return Normalized(vector);
    }

    private static void AddPhrase(string? before, string word, ConceptTable concepts, float[] vector)
    {
        if (before is not null && concepts.Meaning($"{before} {word}") is { } joint)
            TensorPrimitives.MultiplyAdd(joint, ConceptWeight, vector, vector);
    }

    private static float[] Normalized(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length < 1e-6f)
        {
            Array.Clear(vector);
            vector[0] = 1;
            return vector;
        }
        TensorPrimitives.Divide(vector, length, vector);
        return vector;
    }
}
