using System.Collections.Frozen;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Understanding.Mood;

/// <summary>How a shopper feels, from words, their negation and emphasis, capitals, exclamation marks and faces.</summary>
internal static class SentimentReader
{
    private static readonly Dictionary<string, string[]> Lists = DataFiles.Read<Dictionary<string, string[]>>("moods.json");

    private static readonly (WordList Words, double Weight)[] Moods =
    [
        (new WordList(Lists["worst"]), -2.6), (new WordList(Lists["bad"]), -1.7), (new WordList(Lists["poor"]), -0.8), (new WordList(Lists["good"]), 0.6), (new WordList(Lists["best"]), 1.4),
    ];

    private static readonly FrozenSet<string> Negations = WordSets.Of("not no never dont doesnt didnt isnt wasnt arent wont cant cannot couldnt wouldnt hardly nothing without aint nor");
    private static readonly FrozenSet<string> Strong = WordSets.Of("very so really extremely absolutely totally completely utterly super incredibly beyond truly such fucking bloody deeply");
    private static readonly FrozenSet<string> Neutral = WordSets.Of("looking look would id something anything things you do");

    /// <summary>1 (furious) to 5 (delighted).</summary>
    public static int Read(MessageText text, bool rude)
    {
        double good = 0, bad = 0;
        for (var i = 0; i < text.Count; i++)
        {
            var weight = Weight(text, i);
            good += Math.Max(0, weight);
            bad -= Math.Min(0, weight);
        }
        good += 1.2 * Count(text.Source, Lists["goodSigns"]);
        bad += 1.2 * Count(text.Source, Lists["badSigns"]) + (rude ? 2 : 0);
        var emphasis = Emphasis(text);
        if (bad > 0)
            bad += emphasis;
        else if (good > 0)
            good += emphasis * 0.5;
        return (good - (bad * 1.2)) switch
        {
            <= -2.9 => 1,
            <= -0.7 => 2,
            < 0.7 => 3,
            < 1.9 => 4,
            _ => 5,
        };
    }

    private static double Weight(MessageText text, int i)
    {
        foreach (var (words, weight) in Moods)
        {
            if (words.Match(text, i) == 0 || IsNeutral(text, i, weight))
                continue;
            var strong = Strong.Contains(text[i - 1].Plain) ? 1.5 : 1;
            // 'not good' is bad, 'not bad' is fair.
            return IsNegated(text, i) ? -weight * (weight > 0 ? 1.4 : 0.4) : weight * strong;
        }
        return 0;
    }

    // 'something nice', 'I would like' and 'wrong number' of courtesy say nothing about a mood.
    private static bool IsNeutral(MessageText text, int i, double weight) =>
        weight > 0 && (Neutral.Contains(text[i - 1].Plain) || (text[i].Plain is "like" or "best" or "good" or "nice" or "easy" or "quick" or "fast" or "fine" or "works" && !text[i].EndsClause)
            || (text[i].Plain is "thanks" or "thank" && text.Count > 8) || text[i - 1].Plain is "is" && text[0].Plain is "is" or "which" || text[i].Plain is "best" && text[i - 1].Plain is "which" or "is")
        || (text[i].Plain is "good" && text[i + 1].Plain is "morning" or "evening" or "afternoon" or "day");

    private static bool IsNegated(MessageText text, int i)
    {
        for (var back = 1; back <= 3 && i - back >= 0 && !text[i - back].EndsClause; back++)
        {
            if (Negations.Contains(text[i - back].Plain))
                return !(text[i - back].Plain == "no" && text[i - back + 1].Plain == "thanks");
        }
        return false;
    }

    private static double Emphasis(MessageText text)
    {
        var shouted = 0;
        for (var i = 0; i < text.Count; i++)
            shouted += text[i].Length > 2 && text.Written(i).ToString() is var word && word.All(char.IsUpper) ? 1 : 0;
        var marks = Math.Min(3, text.Source.AsSpan().Count('!'));
        return (text.Count > 2 && shouted * 2 > text.Count ? 1.2 : shouted > 0 && text.Count > 3 ? 0.3 : 0) + (marks * 0.35);
    }

    private static int Count(string text, string[] signs) => Math.Min(3, signs.Count(s => text.Contains(s, StringComparison.Ordinal)));
}
