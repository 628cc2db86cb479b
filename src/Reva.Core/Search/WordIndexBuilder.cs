namespace Reva.Core.Search;

/// <summary>A part of a document.</summary>
/// <param name="Weight">How often each word of it counts; ≥ 0.</param>
/// <param name="Trust">How surely a word here says what the document is about, 0–1.</param>
public readonly record struct TextField(float Weight, float Trust);

/// <summary>Collects documents for a <see cref="WordIndex"/>. Not thread safe.</summary>
public sealed class WordIndexBuilder
{
    private readonly Dictionary<string, Dictionary<int, (float Count, float Trust)>> _words = new(StringComparer.Ordinal);
    private readonly List<float> _lengths = [];

    /// <summary>Adds text to a document; documents are numbered from 0 and may have many fields.</summary>
    public void Add(int document, string text, TextField field)
    {
        while (_lengths.Count <= document)
            _lengths.Add(0);
        foreach (var stem in TextWords.Stems(text))
        {
            if (!_words.TryGetValue(stem, out var documents))
                _words[stem] = documents = [];
            documents.TryGetValue(document, out var known);
            documents[document] = (known.Count + field.Weight, Math.Max(known.Trust, field.Trust));
            _lengths[document] += field.Weight;
        }
    }

    /// <summary>The finished index.</summary>
    public WordIndex Build()
    {
        var words = _words.Keys.ToArray();
        var average = _lengths.Count == 0 ? 1 : Math.Max(1, _lengths.Average());
        var postings = words.Select(w => Postings(_words[w], average)).ToArray();
        return new(new Lexicon(words), postings, _lengths.Count);
    }

    private Postings Postings(Dictionary<int, (float Count, float Trust)> documents, float average)
    {
        var order = documents.Keys.Order().ToArray();
        return new(order, [.. order.Select(d => Saturated(documents[d].Count, _lengths[d] / average))], [.. order.Select(d => documents[d].Trust)]);
    }

    // BM25's term part with k1 = 1.2 and b = 0.4, without its factor k1 + 1: below 1 by itself.
    private static float Saturated(float count, float relativeLength) => count / (count + 1.2f * (0.6f + 0.4f * relativeLength));
}

/// <summary>Where a word stands: documents in order, and for each its BM25 share and trust.</summary>
internal sealed record Postings(int[] Documents, float[] Shares, float[] Trusts);
