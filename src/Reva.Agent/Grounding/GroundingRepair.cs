using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Takes unfounded sentences out of a reply. Pure.</summary>
internal static partial class GroundingRepair
{
    private const int LeastWords = 4;

    /// <summary>What is left; null when it does not stand by itself: nothing but a greeting, or a sentence that points at what is gone.</summary>
    public static string? Without(string text, ImmutableArray<Unfounded> unfounded)
    {
        var gone = unfounded.Select(u => u.Start).ToHashSet();
        var kept = Clauses.Sentences(text).ToList();
        var rest = new System.Text.StringBuilder();
        for (var i = 0; i < kept.Count; i++)
        {
            if (gone.Contains(kept[i].Start))
                continue;
            var sentence = text[kept[i].Start..kept[i].End];
            // 'It should be there soon' after what is gone speaks of nothing.
            if (i > 0 && gone.Contains(kept[i - 1].Start) && PointsBack().IsMatch(sentence))
                return null;
            rest.Append(sentence);
        }
        var left = rest.ToString().Trim();
        return left.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= LeastWords && !Lists().IsMatch(left) ? left : null;
    }

    [GeneratedRegex(@"^\W*(it|that|this|they|these|those|so|then|also|both|there|and|but|as a result|therefore|das (ist|wird|kann|sollte)|dies|dann|cela|ça|ceci|ensuite|eso|esto|entonces|ciò|questo|dit|daarna|isso|isto|então)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@":\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Lists();
}
