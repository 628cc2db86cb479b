using Reva.Core.Actions;

namespace Reva.Agent.Actions.Reading;

/// <summary>What a clause says: yes, no, or only what is meant.</summary>
internal enum Sense
{
    /// <summary>Courtesy; says nothing.</summary>
    Nothing,
    /// <summary>Points at a proposal without a yes or a no.</summary>
    Pointer,
    /// <summary>Yes.</summary>
    Yes,
    /// <summary>No.</summary>
    No,
    /// <summary>Yes or no, and nobody can tell which.</summary>
    Unclear,
    /// <summary>No answer to these proposals.</summary>
    Other,
}

/// <summary>Tells yes from no, clause by clause.</summary>
internal static class AnswerSenses
{
    /// <param name="saysYes">Whether a plain yes stands somewhere in the answer.</param>
    public static Sense Of(AnswerSegment segment, IReadOnlyList<OpenProposal> open, bool saysYes)
    {
        var no = segment.Has(Mark.No) || segment.Has(Mark.Neither) || segment.Has(Mark.Not);
        var yes = segment.Has(Mark.Yes) || segment.Has(Mark.WeakYes);
        if (segment.Has(Mark.Unclear))
            return Sense.Unclear;
        // 'Not sure', 'do not not': two that undo each other say nothing.
        if (no && (segment.Has(Mark.Yes) || (segment.Has(Mark.Not) && (yes || segment.Has(Mark.No)))))
            return Sense.Other;
        if (segment.Has(Mark.Cancel))
            return OfCancel(segment, open, no, saysYes);
        if (segment.Has(Mark.Not) && !segment.Selects)
            return Sense.Other;
        if (no || yes)
            return no ? Sense.No : Sense.Yes;
        if (segment.Has(Mark.Do))
            return segment.Selects && !segment.Has(Mark.Wish) ? Sense.Yes : Sense.Other;
        if (segment.Has(Mark.Wish))
            return saysYes ? segment.Selects ? Sense.Pointer : Sense.Nothing : Sense.Other;
        if (segment.Has(Mark.Verb))
            return segment.Has(Mark.Noun) && segment.Kinds is { IsEmpty: true } ? Sense.Other : Sense.Yes;
        return segment.Selects || segment.Has(Mark.Only) || segment.Has(Mark.It) || segment.Has(Mark.That) || segment.Has(Mark.Order) ? Sense.Pointer : Sense.Nothing;
    }

    // 'Cancel' is the wish itself while a cancellation is open, and the end of the wish while anything else is.
    private static Sense OfCancel(AnswerSegment segment, IReadOnlyList<OpenProposal> open, bool no, bool saysYes)
    {
        var named = segment.Has(Mark.Noun);
        if (no)
        {
            segment.Narrow(ActionKind.CancelOrder);
            return named ? Sense.Unclear : Sense.No;
        }
        if (named)
            return saysYes ? Sense.Other : Sense.No;
        if (open.All(p => p.Kind != ActionKind.CancelOrder))
            return saysYes || segment.Has(Mark.Order) || segment.Points || segment.Has(Mark.Wish) ? Sense.Other : Sense.No;
        segment.Narrow(ActionKind.CancelOrder);
        if (saysYes)
            return Sense.Yes;
        var hasObject = segment.Has(Mark.It) || segment.Has(Mark.Order) || segment.Has(Mark.Whole) || segment.Has(Mark.All) || segment.Has(Mark.Both) || segment.Points;
        return hasObject && !segment.Has(Mark.Wish) ? Sense.Yes : Sense.Unclear;
    }
}
