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
    // A sentence about just this says it better than a long list that also holds it.
    private const double DensityWeight = 0.15;
    private const double ElsewherePenalty = 0.35;
    // Pages say the main thing first.
    private const double FirstWeight = 0.12;

    // 'Our two shops' is about shops.
    private static readonly string[] Counts = ["two", "three", "four", "five"];

    /// <summary>
    /// All sentences of <paramref name="text"/> in their own order, each with how well it answers.
    /// A word of <paramref name="title"/> counts half, and whole when the question is about just that.
    /// </summary>
    public async ValueTask<IReadOnlyList<PickedSentence>> RateAsync(string question, string title, string text, CancellationToken cancellationToken)
    {
        var sentences = Sentences.Of(text);
        if (sentences.Count == 0)
            return [];
        var asked = QuestionWords.Of(question);
        var kind = AnswerKinds.Of(question);
        var titleWords = Words.Of(title);
        titleWords.ExceptWith(Counts);
        var titleShare = titleWords.Count == 0 ? 0 : (double)titleWords.Count(t => asked.Any(a => a.Contains(t))) / titleWords.Count;
        var vectors = await embedder.EmbedAsync([question, .. sentences], cancellationToken);
        return [.. sentences.Select((sentence, i) =>
        {
            var words = Words.Of(sentence);
            var shared = asked.Count == 0 ? 0 : asked.Sum(a => a.Overlaps(words) ? 1 : a.Overlaps(titleWords) ? (titleShare >= 1 ? 1 : 0.5) : 0) / asked.Count;
            var likeness = Math.Clamp(System.Numerics.Tensors.TensorPrimitives.Dot(vectors[0], vectors[i + 1]), 0f, 1f);
            var score = (SharedWeight * shared) + (LikenessWeight * likeness) + (TitleWeight * titleShare) + (AnswerKinds.Fits(kind, sentence) ? KindWeight : 0) + (AnswerKinds.Permits(question, sentence) ? PermissionWeight : 0) + (FirstWeight / (1 + i))
                + (words.Count == 0 ? 0 : DensityWeight * Math.Min(1, 2.0 * asked.Count(a => a.Overlaps(words)) / words.Count)) - (AnswerKinds.PointsElsewhere(sentence) ? ElsewherePenalty : 0);
            return new PickedSentence(sentence, i, score, shared);
        })];
    }
}

/// <summary>A sentence as written.</summary>
/// <param name="Score">How well it answers, 0 to about 1.25.</param>
/// <param name="Shared">How much of what was asked about it speaks of, 0–1; 0 means that it is about something else.</param>
public sealed record PickedSentence(string Text, int Index, double Score, double Shared);
