using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Knowledge;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Makes an answer out of the sentences that hold it, quoting them and citing their page.</summary>
public sealed class PassageAnswer(SearchKnowledge search, IKnowledge knowledge, SentencePicker picker)
{
    private const int MostRetold = 4;
    private const int MostRead = 24;
    // What the sentence says counts for more than how its page was found.
    private const double ShareOfFinding = 0.25;
    private const double PolicyWeight = 1.25;

    /// <summary>How much of a question a page must speak of where the question is likely about the shop.</summary>
    public const double Likely = 0.55;

    /// <summary>How much where it may be about anything, so that 'what is the weather like' is not told about boots.</summary>
    public const double Doubtful = 0.6;

    /// <summary>How much where something else would answer if no page did.</summary>
    public const double Surely = 0.75;

    /// <summary>How much where goods of that name would be shown if no page did.</summary>
    public const double Wholly = 0.95;

    /// <summary>
    /// The answer; null when no page gives one, or none that speaks of <paramref name="least"/> of what was asked.
    /// With <paramref name="naming"/> only sentences that hold one of these names count, with <paramref name="about"/> only those whose page or paragraph does.
    /// </summary>
    public async Task<Reply?> ToAsync(string question, TurnContext turn, CancellationToken cancellationToken, double least = Likely, IReadOnlyList<string>? naming = null, IReadOnlyList<string>? about = null)
    {
        var read = new AskedQuestion(question);
        var asked = read.Words;
        var hits = (await search.UseAsync(new SearchKnowledgeArguments(question), turn, cancellationToken)).Value;
        // The page may say it in other words, or much said around a question hides it ('I'm 5'10, what size should I take?').
        if (asked.Count is > 0 and <= MostRetold)
        {
            var retold = await knowledge.SearchAsync(turn.StoreId, string.Join(' ', asked.SelectMany(a => a.Answers)), MostRead, cancellationToken);
            turn.Heard.AddRange(retold.Select(h => h.Passage.Text));
            hits = [.. hits.Concat(retold.Where(r => !hits.Any(h => h.Passage.Id == r.Passage.Id)))];
        }
        if (hits.IsEmpty)
            return null;
        var words = await knowledge.CountWordsAsync(turn.StoreId, [.. asked.SelectMany(a => a.Answers)], cancellationToken);
        return await ComposeAsync(read, hits, new AskedWeights(asked, words, VocabularyIndex.Of(turn.Vocabulary).IsProductWord), new Demand(least, naming, about), turn, cancellationToken);
    }

    private async Task<Reply?> ComposeAsync(
        AskedQuestion question, ImmutableArray<PassageHit> hits, AskedWeights asked, Demand demand, TurnContext turn, CancellationToken cancellationToken)
    {
        (PassageHit Hit, PickedSentence Best, IReadOnlyList<PickedSentence> All, double Score)? found = null;
        // The best passage by words is not always the one with the sentence: all of them are read.
        var rated = await picker.RateAsync(question, [.. hits.Select(h => ($"{h.Passage.Title} {h.Passage.Heading}", h.Passage.Text))], cancellationToken, asked.Of);
        foreach (var (hit, all) in hits.Zip(rated))
        {
            if (Best(question, hit.Passage, all, asked, demand) is not { } best)
                continue;
            var score = best.Score * (1 - ShareOfFinding + (ShareOfFinding * hit.Score / hits[0].Score)) * PolicyShare(question.Text, hit.Passage);
            if (found is null || score > found.Value.Score)
                found = (hit, best, all, score);
        }
        if (found is not { } answer)
            return null;
        var passage = answer.Hit.Passage;
        turn.Findings.Add($"Answered from {passage.Title}");
        var quotable = answer.All.Where(s => !PageLines.IsTableHead(answer.All, s) && demand.IsNamedIn(s)).ToList();
        return new Reply { Text = Quotation.Of(question, answer.Best, quotable, passage.Text) + $" [{turn.Cite(passage.Title, passage.Url)}]" };
    }

    private static PickedSentence? Best(AskedQuestion question, Passage passage, IReadOnlyList<PickedSentence> all, AskedWeights asked, Demand demand)
    {
        var title = $"{passage.Title} {passage.Heading}";
        return all.Where(s => s.Shared > 0).OrderByDescending(s => s.Score)
            .FirstOrDefault(s => demand.IsNamedIn(s) && demand.IsAbout(title, s) && !PageLines.IsTableHead(all, s)
                && (demand.Naming is not null || asked.Answers(question, s, title, passage.Text, demand.Least)));
    }

    // Who asks for the policy wants the policy, not the page on how it is done.
    private static double PolicyShare(string question, Passage passage) =>
        question.Contains("polic", StringComparison.OrdinalIgnoreCase) && passage.Url.Contains("/policies/", StringComparison.Ordinal) ? PolicyWeight : 1;

    // What a sentence must have to be quoted.
    private sealed record Demand(double Least, IReadOnlyList<string>? Naming, IReadOnlyList<string>? About)
    {
        public bool IsNamedIn(PickedSentence sentence) => Naming is null || Naming.Any(n => sentence.Text.Contains(n, StringComparison.OrdinalIgnoreCase));

        public bool IsAbout(string title, PickedSentence sentence) => About is null || About.Any(n => title.Contains(n, StringComparison.OrdinalIgnoreCase) || sentence.Paragraph.Contains(n, StringComparison.OrdinalIgnoreCase));
    }
}
