using System.Collections.Immutable;
using System.Text;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Knowledge;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Makes an answer out of the passages that hold it, quoting their sentences and citing their page.</summary>
public sealed class PassageAnswer(SearchKnowledge knowledge, SentencePicker picker)
{
    private const int MostWords = 60;
    private const int Read = 4;

    /// <summary>The answer; null when no page gives one.</summary>
    public async Task<Reply?> ToAsync(string question, TurnContext turn, CancellationToken cancellationToken)
    {
        var hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(question), turn, cancellationToken)).Value;
        return hits.IsEmpty ? null : await ComposeAsync(question, hits, turn, cancellationToken);
    }

    private async Task<Reply?> ComposeAsync(string question, ImmutableArray<PassageHit> hits, TurnContext turn, CancellationToken cancellationToken)
    {
        // The best passage by words is not always the one with the sentence: the leading few are read.
        var rated = new List<(Passage Passage, IReadOnlyList<PickedSentence> Sentences, double Best)>();
        foreach (var hit in hits.Take(Read))
        {
            var sentences = await picker.RateAsync(question, $"{hit.Passage.Title} {hit.Passage.Heading}", hit.Passage.Text, cancellationToken);
            if (sentences.Count > 0)
                rated.Add((hit.Passage, sentences, sentences.Max(s => s.Score) * (0.5 + (0.5 * hit.Score / hits[0].Score))));
        }
        if (rated.Count == 0)
            return null;
        var (passage, all, _) = rated.MaxBy(r => r.Best);
        var text = Quote(all) + $" [{turn.Cite(passage.Title, passage.Url)}]";
        turn.Findings.Add($"Answered from {passage.Title}");
        return new Reply { Text = text };
    }

    // The best sentence always stands; neighbours that answer too join it in the page's order while the answer stays short.
    private static string Quote(IReadOnlyList<PickedSentence> all)
    {
        var best = all.MaxBy(s => s.Score)!;
        var kept = new List<PickedSentence> { best };
        foreach (var next in all.Where(s => s != best && Math.Abs(s.Index - best.Index) <= 2 && s.Score >= best.Score * 0.6).OrderByDescending(s => s.Score).Take(2))
        {
            if (kept.Append(next).Sum(s => s.Text.Count(c => c == ' ') + 1) <= MostWords)
                kept.Add(next);
        }
        var text = new StringBuilder();
        foreach (var sentence in kept.OrderBy(s => s.Index))
        {
            if (text.Length > 0)
                text.Append(PageLines.IsList(sentence.Text) ? '\n' : ' ');
            text.Append(PageLines.AsText(sentence.Text));
        }
        return text.ToString();
    }
}
