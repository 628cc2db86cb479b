using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Understanding.Extraction;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>How much each telling word of a question counts on the pages of one shop: the rarer there, the more it is what the question is about.</summary>
internal sealed class AskedWeights
{
    private const double Least = 0.15;
    // 'Reset' in 'how do I reset my password' need not stand on the page; 'helicopter' must.
    private const double OfCommonUnknown = 0.7;
    private const double ShareOfTitle = 0.8;
    private const double ShareOfPassage = 0.45;
    // Pages speak of goods in general; which ones need not be said.
    private const double OfGoods = 0.35;
    private const double ShareOfParagraph = 0.7;
    private const double MostMissing = 0.4;
    private const int ListCommas = 3;

    private readonly IReadOnlyList<AskedWord> _asked;
    private readonly double[] _weights;
    private readonly bool[] _known;
    private readonly bool[] _goods;

    public AskedWeights(IReadOnlyList<AskedWord> asked, WordCounts counts, Func<string, bool> isGoods)
    {
        _asked = asked;
        _goods = [.. asked.Select(a => isGoods(a.Word))];
        _known = [.. asked.Select(a => a.Answers.Any(w => counts.Passages(w) > 0))];
        _weights = [.. asked.Select((a, i) => _known[i] ? Rarity(a, counts) : _goods[i] ? OfGoods : CommonWords.KnowsStem(a.Word) ? OfCommonUnknown : 1)];
    }

    /// <summary>Above 0 up to 1; 1 for a word that was not asked.</summary>
    public double Of(string word)
    {
        for (var i = 0; i < _asked.Count; i++)
        {
            if (_asked[i].Word == word)
                return _weights[i];
        }
        return 1;
    }

    /// <summary>Whether a sentence, with what stands above it, speaks of at least <paramref name="least"/> of the question.</summary>
    public bool Answers(AskedQuestion question, PickedSentence sentence, string title, string passage, double least)
    {
        if (_asked.Count == 0 || NamedRows.Fits(question, sentence.Read, title))
            return true;
        var (own, near, around) = (sentence.Read.Words, sentence.Read.Near, ReadText.Of(passage).Words);
        var above = Words.Of($"{title} {sentence.Lead}");
        var (covered, all, knownMissing, known) = (0.0, 0.0, 0, 0);
        var spent = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _asked.Count; i++)
        {
            var answers = _asked[i].Answers;
            // One word of a page ('comfortable') does not answer two of a question ('comfort temperature').
            var said = answers.Where(own.Contains).ToList();
            var again = said.Count > 0 && !own.Contains(_asked[i].Word) && said.TrueForAll(spent.Contains);
            spent.UnionWith(said);
            var share = again ? ShareOfPassage : said.Count > 0 ? 1 : above.Overlaps(answers) ? ShareOfTitle : near.Overlaps(answers) ? ShareOfParagraph : around.Overlaps(answers) ? ShareOfPassage : 0;
            var weight = _goods[i] && share <= ShareOfPassage ? Math.Min(OfGoods, _weights[i]) : _weights[i];
            covered += share * weight;
            all += weight;
            known += _known[i] && !_goods[i] ? 1 : 0;
            knownMissing += _known[i] && !_goods[i] && share <= ShareOfPassage ? 1 : 0;
        }
        if (covered / all < least || (least >= PassageAnswer.Likely && known > 1 && knownMissing > MostMissing * known))
            return false;
        return _asked.Count > 1 || above.Overlaps(_asked[0].Answers) || IsSaidFirst(sentence.Text, _asked[0].Answers) || AnswerKinds.Fits(question.Kind, sentence.Read.Holds);
    }

    // One word in passing ('by app') answers no question about it; what a sentence begins with, lists, or gives a number of, does.
    private static bool IsSaidFirst(string sentence, IReadOnlySet<string> answers) =>
        sentence.Count(c => c == ',') >= ListCommas || answers.Overlaps(Words.Of(sentence[..((sentence.Length + 1) / 2)]));

    private static double Rarity(AskedWord asked, WordCounts counts)
    {
        var passages = counts.Passages(asked.Word) is > 0 and var own ? own : asked.Answers.Max(counts.Passages);
        return Math.Max(Least, Math.Log((counts.All + 1) / (passages + 0.5)) / Math.Log((counts.All + 1) / 0.5));
    }
}
