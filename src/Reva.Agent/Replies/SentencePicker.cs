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
    /// </summary>
    public async ValueTask<IReadOnlyList<PickedSentence>> RateAsync(string question, string title, string text, CancellationToken cancellationToken) =>
        (await RateAsync(new AskedQuestion(question), [(title, text)], cancellationToken))[0];

    /// <summary>
    /// The sentences of several texts, each with its title. <paramref name="weigh"/> says how much a telling word counts,
    /// above 0 up to 1; without it all count alike.
    /// </summary>
    internal async ValueTask<IReadOnlyList<IReadOnlyList<PickedSentence>>> RateAsync(
        AskedQuestion question, IReadOnlyList<(string Title, string Text)> texts, CancellationToken cancellationToken, Func<string, double>? weigh = null)
    {
        var read = texts.Select(t => ReadText.Of(t.Text)).ToList();
        var weights = question.Words.Select(a => weigh?.Invoke(a.Word) ?? 1).ToArray();
        // One call for all: an embedding service is far away.
        var vectors = await embedder.EmbedAsync([question.Text, .. read.SelectMany(r => r.Sentences).Select(s => s.Text)], cancellationToken);
        var (rated, at) = (new List<IReadOnlyList<PickedSentence>>(texts.Count), 1);
        for (var i = 0; i < read.Count; i++)
        {
            var title = TitleOf(texts[i].Title, question);
            rated.Add([.. read[i].Sentences.Select(s => Rated(s, question, weights, title, vectors[0], vectors[at++]))]);
        }
        return rated;
    }

    private static PickedSentence Rated(ReadSentence sentence, AskedQuestion question, double[] weights, (string Text, IReadOnlySet<string> Words, double Share) title, float[] asked, float[] vector)
    {
        var (shared, own, weight) = (0.0, 0, 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            var word = question.Words[i];
            var here = sentence.Words.Overlaps(word.Answers);
            shared += weights[i] * (sentence.Words.Contains(word.Word) ? 1 : here ? SynonymShare : sentence.LeadWords.Overlaps(word.Answers) ? LeadShare : title.Words.Overlaps(word.Answers) ? (title.Share >= 1 ? WholeTitleShare : 0.5) : 0);
            own += here ? 1 : 0;
            weight += weights[i];
        }
        shared = weight > 0 ? shared / weight : 0;
        var likeness = Math.Clamp(System.Numerics.Tensors.TensorPrimitives.Dot(asked, vector), 0f, 1f);
        var score = (SharedWeight * shared) + (LikenessWeight * likeness) + (TitleWeight * title.Share) + (FirstWeight / (1 + sentence.Index))
            + (sentence.Words.Count == 0 ? 0 : DensityWeight * Math.Min(1, 2.0 * own / sentence.Words.Count)) + Put(sentence, question, title);
        return new PickedSentence(sentence.Text, sentence.Index, score, shared) { Read = sentence };
    }

    // How the sentence is put, and whether it holds what is asked for.
    private static double Put(ReadSentence sentence, AskedQuestion question, (string Text, IReadOnlySet<string> Words, double Share) title)
    {
        var holds = sentence.Holds;
        return (AnswerKinds.Fits(question.Kind, holds) ? KindWeight : 0)
            + (question.AsksLeave && holds.HasFlag(SentenceTraits.Leave) ? PermissionWeight : 0)
            + (sentence.Index == 0 && title.Share >= 1 && question.Defines ? DefinitionWeight : 0)
            + (question.AsksHow && holds.HasFlag(SentenceTraits.Item) ? StepWeight : 0)
            + (NamedRows.Fits(question, sentence, title.Text) ? RowWeight : 0)
            - (holds.HasFlag(SentenceTraits.Elsewhere) ? ElsewherePenalty : 0)
            - (question is { Defines: true, Denies: false } && holds.HasFlag(SentenceTraits.Denial) ? DenialPenalty : 0);
    }

    private static (string Text, IReadOnlySet<string> Words, double Share) TitleOf(string title, AskedQuestion question)
    {
        var words = Words.Of(title);
        words.ExceptWith(Counts);
        return (title, words, words.Count == 0 ? 0 : (double)words.Count(t => question.Words.Any(a => a.Answers.Contains(t))) / words.Count);
    }
}

/// <summary>A sentence as written.</summary>
/// <param name="Score">How well it answers, 0 to about 1.25.</param>
/// <param name="Shared">How much of what was asked about it speaks of, 0–1; 0 means that it is about something else.</param>
public sealed record PickedSentence(string Text, int Index, double Score, double Shared)
{
    /// <summary>What was read of it.</summary>
    internal ReadSentence Read { get; init; } = null!;

    /// <summary>What its paragraph begins with; empty where it names nothing.</summary>
    public string Lead => Read.Sentence.Lead;

    /// <summary>The line it stands in.</summary>
    public string Paragraph => Read.Sentence.Paragraph;
}
