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

    /// <summary>The answer; null when no page gives one.</summary>
    public async Task<Reply?> ToAsync(string question, TurnContext turn, CancellationToken cancellationToken)
    {
        var hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(question), turn, cancellationToken)).Value;
        return hits.IsEmpty ? null : await ComposeAsync(question, hits, turn, cancellationToken);
    }

    private async Task<Reply?> ComposeAsync(string question, ImmutableArray<PassageHit> hits, TurnContext turn, CancellationToken cancellationToken)
    {
        var best = hits[0].Passage;
        var picked = await picker.PickAsync(question, best.Text, 3, cancellationToken);
        if (picked.Count == 0)
            return null;
        var n = turn.Cite(best.Title, best.Url);
        var text = Quote(picked) + $" [{n}]";
        var second = hits.Skip(1).FirstOrDefault(h => h.Passage.SourceId != best.SourceId && h.Score >= hits[0].Score - 0.05);
        if (second is not null)
            text += turn.Wording.Pick($" There's more on [{second.Passage.Title}]({second.Passage.Url}).", $" See also [{second.Passage.Title}]({second.Passage.Url}).");
        turn.Findings.Add($"Answered from {best.Title}");
        return new Reply { Text = text };
    }

    // The best sentence always stands; others join in the page's order while the answer stays short.
    private static string Quote(IReadOnlyList<PickedSentence> picked)
    {
        var best = picked.MaxBy(s => s.Score)!;
        var kept = picked.Where(s => s == best || (s.Score >= best.Score * 0.55 && Math.Abs(s.Index - best.Index) <= 3)).ToList();
        while (kept.Count > 1 && kept.Sum(s => s.Text.Count(c => c == ' ') + 1) > MostWords)
            kept.Remove(kept.Where(s => s != best).MinBy(s => s.Score)!);
        var text = new StringBuilder();
        foreach (var sentence in kept)
        {
            if (text.Length > 0)
                text.Append(IsRow(sentence.Text) ? '\n' : ' ');
            text.Append(sentence.Text);
        }
        return text.ToString();
    }

    private static bool IsRow(string sentence) => sentence.Contains(" | ", StringComparison.Ordinal) || sentence.StartsWith("- ", StringComparison.Ordinal);
}
