using Reva.Core.Actions;
using Reva.Core.Search;

namespace Reva.Agent.Actions.Reading;

/// <summary>Which of the open proposals a clause is about.</summary>
internal static class ProposalChoice
{
    /// <summary>All that fit what it names; empty when it names something else.</summary>
    public static List<OpenProposal> Of(AnswerSegment segment, IReadOnlyList<OpenProposal> open)
    {
        var fitting = open.Where((p, i) => Fits(segment, p, i, open.Count)).ToList();
        if (segment.Has(Mark.Both) && fitting.Count != 2)
            return [];
        if (segment.Has(Mark.Only) && (!segment.Points && segment.Kinds is null || fitting.Count == open.Count))
            return [];
        return fitting;
    }

    /// <summary>Whether a clause means all that fit, and not one of them.</summary>
    public static bool MeansAll(AnswerSegment segment) => segment.Has(Mark.All) || segment.Has(Mark.Both) || segment.Has(Mark.Neither) || segment.Places.Count > 1 || segment.Numbers.Count > 1;

    private static bool Fits(AnswerSegment segment, OpenProposal proposal, int index, int count) =>
        (segment.Kinds?.Contains(proposal.Kind) ?? true)
        && (segment.Numbers.Count == 0 || (proposal.OrderNumber is { } number && segment.Numbers.Contains(number)))
        // With one proposal 'the first one' is the first of something else.
        && (segment.Places.Count == 0 || (count > 1 && (segment.Places.Contains(index + 1) || (segment.Places.Contains(-1) && index == count - 1))))
        // 'Everything' is more than a proposal holds, unless it calls the whole order off.
        && (!segment.Has(Mark.Whole) || proposal.Kind == ActionKind.CancelOrder)
        && (segment.Titles.Count == 0 || NamesAllOf(segment.Titles, proposal));

    // A yes to one of a proposal's items is not a yes to the proposal.
    private static bool NamesAllOf(HashSet<string> words, OpenProposal proposal)
    {
        var named = proposal.Titles.Select(title => TextWords.Stems(title).Where(words.Contains).ToHashSet(StringComparer.Ordinal)).ToArray();
        return named.Length > 0
            && words.All(word => named.Any(n => n.Contains(word)))
            && named.All(n => n.Count > 0 && !named.Any(other => n.IsProperSubsetOf(other)));
    }
}
