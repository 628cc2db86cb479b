using System.Collections.Immutable;
using System.Text;
using Reva.Agent.Replies;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding.Extraction;
using Reva.Core.Knowledge;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Makes an answer out of the passages that hold it, quoting their sentences and citing their page.</summary>
public sealed class PassageAnswer(SearchKnowledge knowledge, SentencePicker picker)
{
    private const int MostWords = 60;
    private const int Read = 4;
    private const int MostRetold = 4;
    private const double RareMissing = 0.7;
    private const double PolicyWeight = 1.25;

    /// <summary>How much of a question a page must speak of where the question is likely about the shop.</summary>
    public const double Likely = 0.5;

    /// <summary>How much where it may be about anything, so that 'what is the weather like' is not told about boots.</summary>
    public const double Doubtful = 0.6;

    /// <summary>
    /// The answer; null when no page gives one, or none that speaks of <paramref name="least"/> of what was asked.
    /// With <paramref name="naming"/> only sentences that hold one of these names count.
    /// </summary>
    public async Task<Reply?> ToAsync(string question, TurnContext turn, CancellationToken cancellationToken, double least = Likely, IReadOnlyList<string>? naming = null)
    {
        var asked = QuestionWords.Of(question);
        var hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(question), turn, cancellationToken)).Value;
        // Much said around a question hides it ('I'm 5'10, what size should I take?'): its telling words alone may find the page.
        if (hits.IsEmpty && asked.Count is > 0 and <= MostRetold)
            hits = (await knowledge.UseAsync(new SearchKnowledgeArguments(string.Join(' ', asked.SelectMany(a => a.Take(MostRetold)))), turn, cancellationToken)).Value;
        var speaking = hits.Where(h => Speaks(h.Passage, asked, least, open: naming is null)).ToImmutableArray();
        return speaking.IsEmpty ? null : await ComposeAsync(question, speaking, naming, turn, cancellationToken);
    }

    private async Task<Reply?> ComposeAsync(string question, ImmutableArray<PassageHit> hits, IReadOnlyList<string>? naming, TurnContext turn, CancellationToken cancellationToken)
    {
        // The best passage by words is not always the one with the sentence: the leading few are read.
        var rated = new List<(Passage Passage, IReadOnlyList<PickedSentence> Sentences, double Best)>();
        foreach (var hit in hits.Take(Read))
        {
            var sentences = await picker.RateAsync(question, $"{hit.Passage.Title} {hit.Passage.Heading}", hit.Passage.Text, cancellationToken);
            sentences = [.. sentences.Where(s => !PageLines.IsTableHead(sentences, s))];
            if (naming is not null)
                sentences = [.. sentences.Where(s => naming.Any(n => s.Text.Contains(n, StringComparison.OrdinalIgnoreCase)))];
            if (sentences.Any(s => s.Shared > 0))
                rated.Add((hit.Passage, sentences, sentences.Where(s => s.Shared > 0).Max(s => s.Score) * (0.5 + (0.5 * hit.Score / hits[0].Score)) * PolicyShare(question, hit.Passage)));
        }
        if (rated.Count == 0)
            return null;
        var (passage, all, _) = rated.MaxBy(r => r.Best);
        var text = Quote(all) + $" [{turn.Cite(passage.Title, passage.Url)}]";
        turn.Findings.Add($"Answered from {passage.Title}");
        return new Reply { Text = text };
    }

    // A word that is rare among questions is what the question is about: a page without it needs all the more of the rest.
    private static bool Speaks(Passage passage, IReadOnlyList<HashSet<string>> asked, double least, bool open)
    {
        var words = Words.Of($"{passage.Title} {passage.Heading} {passage.Text}");
        var lacksRare = open && asked.Any(a => !a.Overlaps(words) && a.Count == 1 && !CommonWords.KnowsStem(a.First()));
        // One word in passing ('whatever') is no question; one that names a page is.
        if (least >= Doubtful && asked.Count < 2 && !asked.Any(a => a.Overlaps(Words.Of($"{passage.Title} {passage.Heading}"))))
            return false;
        return QuestionWords.Covered(asked, words) >= (lacksRare ? Math.Max(least, RareMissing) : least);
    }

    // Who asks for the policy wants the policy, not the page on how it is done.
    private static double PolicyShare(string question, Passage passage) =>
        question.Contains("polic", StringComparison.OrdinalIgnoreCase) && passage.Url.Contains("/policies/", StringComparison.Ordinal) ? PolicyWeight : 1;

    // The best sentence always stands; neighbours that answer too join it in the page's order while the answer stays short.
    private static string Quote(IReadOnlyList<PickedSentence> all)
    {
        var best = all.Where(s => s.Shared > 0).MaxBy(s => s.Score)!;
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
        return kept.Count == 1 && text[0] == '-' ? text.ToString(2, text.Length - 2) : text.ToString();
    }
}
