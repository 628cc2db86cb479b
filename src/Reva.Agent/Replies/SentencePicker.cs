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
    private const double SynonymShare = 0.8;
    private const double LeadShare = 0.8;
    private const double WholeTitleShare = 0.75;
    // The row of a table that is asked for by its name or its number is the answer.
    private const double RowWeight = 0.30;
    private const double ElsewherePenalty = 0.35;
    // 'What is covered?' is answered by what is rather than by what is not.
    private const double DenialPenalty = 0.10;
    // Pages say the main thing first.
    private const double FirstWeight = 0.08;
    // 'What is the Hearth Club?' is answered where its page begins.
    private const double DefinitionWeight = 0.35;
    private const double StepWeight = 0.15;

    // 'Our two shops' is about shops.
    private static readonly string[] Counts = ["two", "three", "four", "five"];

    /// <summary>
    /// All sentences of <paramref name="text"/> in their own order, each with how well it answers.
    /// A word of <paramref name="title"/> counts half, and more when the question is about just that.
    /// <paramref name="weigh"/> says how much a telling word counts, above 0 up to 1; without it all count alike.
    /// </summary>
    public async ValueTask<IReadOnlyList<PickedSentence>> RateAsync(string question, string title, string text, CancellationToken cancellationToken, Func<string, double>? weigh = null)
    {
        var sentences = Sentences.Led(text);
        if (sentences.Count == 0)
            return [];
        var asked = QuestionWords.Of(question);
        var weights = asked.Select(a => weigh?.Invoke(a.Word) ?? 1).ToArray();
        var weight = weights.Sum();
        var kind = AnswerKinds.Of(question);
        var titleWords = Words.Of(title);
        titleWords.ExceptWith(Counts);
        var titleShare = titleWords.Count == 0 ? 0 : (double)titleWords.Count(t => asked.Any(a => a.Answers.Contains(t))) / titleWords.Count;
        var vectors = await embedder.EmbedAsync([question, .. sentences.Select(s => s.Text)], cancellationToken);
        return [.. sentences.Select((sentence, i) =>
        {
            var words = Words.Of(sentence.Text);
            var lead = Words.Of(sentence.Lead);
            var shared = asked.Count == 0 ? 0 : asked.Select((a, w) => weights[w] * Share(a, words, lead, titleWords, titleShare)).Sum() / weight;
            var likeness = Math.Clamp(System.Numerics.Tensors.TensorPrimitives.Dot(vectors[0], vectors[i + 1]), 0f, 1f);
            var score = (SharedWeight * shared) + (LikenessWeight * likeness) + (TitleWeight * titleShare) + (AnswerKinds.Fits(kind, sentence.Text) ? KindWeight : 0) + (AnswerKinds.Permits(question, sentence.Text) ? PermissionWeight : 0) + (FirstWeight / (1 + i)) + (i == 0 && titleShare >= 1 && AnswerKinds.Defines(question) ? DefinitionWeight : 0)
                + (words.Count == 0 ? 0 : DensityWeight * Math.Min(1, 2.0 * asked.Count(a => a.Answers.Overlaps(words)) / words.Count)) - (AnswerKinds.PointsElsewhere(sentence.Text) ? ElsewherePenalty : 0) - (AnswerKinds.Denies(question, sentence.Text) ? DenialPenalty : 0)
                + (AnswerKinds.IsStep(question, sentence.Text) ? StepWeight : 0) + (NamedRows.Fits(question, sentence.Text, $"{title} {sentence.Lead}") ? RowWeight : 0);
            return new PickedSentence(sentence.Text, i, score, shared) { Lead = sentence.Lead, Paragraph = sentence.Paragraph };
        })];
    }

    private static double Share(AskedWord asked, HashSet<string> words, HashSet<string> lead, HashSet<string> title, double titleShare) =>
        words.Contains(asked.Word) ? 1 : asked.Answers.Overlaps(words) ? SynonymShare : asked.Answers.Overlaps(lead) ? LeadShare : asked.Answers.Overlaps(title) ? (titleShare >= 1 ? WholeTitleShare : 0.5) : 0;
}

/// <summary>A sentence as written.</summary>
/// <param name="Score">How well it answers, 0 to about 1.25.</param>
/// <param name="Shared">How much of what was asked about it speaks of, 0–1; 0 means that it is about something else.</param>
public sealed record PickedSentence(string Text, int Index, double Score, double Shared)
{
    /// <summary>What its paragraph begins with; empty where it names nothing.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The line it stands in.</summary>
    public string Paragraph { get; init; } = "";
}
