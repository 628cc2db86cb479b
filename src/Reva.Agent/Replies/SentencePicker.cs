using Reva.Agent.Ports;

namespace Reva.Agent.Replies;

/// <summary>Picks the sentences of a text that answer a question, word for word: nothing is rephrased, so nothing can be made up.</summary>
public sealed class SentencePicker(IEmbedder embedder)
{
    private const double SharedWeight = 0.45;
    private const double LikenessWeight = 0.30;
    private const double TitleWeight = 0.25;
    private const double KindWeight = 0.25;
    private const double PermissionWeight = 0.12;
    // Pages say the main thing first.
    private const double FirstWeight = 0.12;

    /// <summary>
    /// All sentences of <paramref name="text"/> in their own order, each with how well it answers.
    /// A word of <paramref name="title"/> counts half, and whole when the question is about just that.
    /// </summary>
    public async ValueTask<IReadOnlyList<PickedSentence>> RateAsync(string question, string title, string text, CancellationToken cancellationToken)
    {
        var sentences = Sentences.Of(text);
        if (sentences.Count == 0)
            return [];
        var asked = Words.Of(AnswerKinds.Subject(question));
        var kind = AnswerKinds.Of(question);
        var titleWords = Words.Of(title);
        var titleShare = titleWords.Count == 0 ? 0 : (double)titleWords.Count(asked.Contains) / titleWords.Count;
        var vectors = await embedder.EmbedAsync([question, .. sentences], cancellationToken);
        return [.. sentences.Select((sentence, i) =>
        {
            var words = Words.Of(sentence);
            var shared = asked.Count == 0 ? 0 : asked.Sum(w => words.Contains(w) ? 1 : titleWords.Contains(w) ? (titleShare >= 1 ? 1 : 0.5) : 0) / asked.Count;
            var likeness = Math.Clamp(System.Numerics.Tensors.TensorPrimitives.Dot(vectors[0], vectors[i + 1]), 0f, 1f);
            var score = (SharedWeight * shared) + (LikenessWeight * likeness) + (TitleWeight * titleShare) + (AnswerKinds.Fits(kind, sentence) ? KindWeight : 0) + (AnswerKinds.Permits(question, sentence) ? PermissionWeight : 0) + (FirstWeight / (1 + i));
            return new PickedSentence(sentence, i, score);
        })];
    }
}

/// <summary>A sentence as written.</summary>
/// <param name="Score">How well it answers, 0 to about 1.25.</param>
public sealed record PickedSentence(string Text, int Index, double Score);
