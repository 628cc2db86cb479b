using Reva.Agent.Ports;

namespace Reva.Agent.Replies;

/// <summary>Picks the sentences of a text that answer a question, word for word: nothing is rephrased, so nothing can be made up.</summary>
public sealed class SentencePicker(IEmbedder embedder)
{
    /// <summary>The best sentences in their own order, at most <paramref name="take"/>, each with how well it answers (0–1).</summary>
    public async ValueTask<IReadOnlyList<PickedSentence>> PickAsync(string question, string text, int take, CancellationToken cancellationToken)
    {
        var sentences = Sentences.Of(text);
        if (sentences.Count == 0)
            return [];
        var asked = Words.Of(question);
        var vectors = await embedder.EmbedAsync([question, .. sentences], cancellationToken);
        return [.. sentences
            .Select((sentence, i) => new PickedSentence(sentence, i, Score(asked, sentence, vectors[0], vectors[i + 1])))
            .OrderByDescending(s => s.Score).Take(take).OrderBy(s => s.Index)];
    }

    private static double Score(HashSet<string> asked, string sentence, float[] question, float[] vector)
    {
        var words = Words.Of(sentence);
        var shared = asked.Count == 0 ? 0 : (double)asked.Count(words.Contains) / asked.Count;
        var likeness = Math.Clamp(System.Numerics.Tensors.TensorPrimitives.Dot(question, vector), 0f, 1f);
        return (0.55 * shared) + (0.45 * likeness);
    }
}

/// <summary>A sentence as written.</summary>
public sealed record PickedSentence(string Text, int Index, double Score);
