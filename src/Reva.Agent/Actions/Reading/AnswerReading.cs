using System.Collections.Immutable;

namespace Reva.Agent.Actions.Reading;

/// <summary>Puts the clauses of an answer together.</summary>
/// <param name="pointingIsYes">Whether to name a proposal is to say yes to it.</param>
internal sealed class AnswerReading(IReadOnlyList<AnswerSegment> segments, IReadOnlyList<OpenProposal> open, bool pointingIsYes)
{
    private readonly List<AnswerSegment> _yes = [];
    private readonly List<AnswerSegment> _no = [];
    private readonly List<AnswerSegment> _pointers = [];

    /// <summary>Where a wish begins that follows a no; null when none does. Known once <see cref="Answer"/> was called.</summary>
    public int? RestAt { get; private set; }

    public ProposalAnswer Answer()
    {
        if (Sort() is { } early)
            return early;
        if (_yes.Count == 0 && _no.Count == 0 && pointingIsYes)
            _yes.AddRange(_pointers);
        else if (_pointers.Count > 0 && _no.Count > 0)
            return ProposalAnswer.Which;
        else if (_yes.Count > 0)
            _yes.AddRange(_pointers);
        if (_yes.Count == 0)
            return _no.Count == 0 ? ProposalAnswer.None : No() is { } all ? new(ProposalReply.Decline, [], all) : ProposalAnswer.None;
        return IsMereReceipt() ? ProposalAnswer.None : YesAndNo();
    }

    private ProposalAnswer? Sort()
    {
        var saysYes = segments.Any(s => s.Has(Mark.Yes) || s.Has(Mark.WeakYes));
        foreach (var segment in segments)
        {
            var sense = AnswerSenses.Of(segment, open, saysYes);
            if (FollowsNo(segment, sense))
                return null;
            if (sense == Sense.Other || (segment.AfterBut && sense != Sense.No) || (segment.AfterBut && !segment.Selects))
                return ProposalAnswer.None;
            if (sense == Sense.Unclear)
                return ProposalAnswer.Which;
            (sense switch { Sense.Yes => _yes, Sense.No => _no, Sense.Pointer => _pointers, _ => null })?.Add(segment);
        }
        // 'Ok, never mind' is a no.
        if (_no.Count > 0)
            _yes.RemoveAll(s => s.Has(Mark.WeakYes) && !s.Has(Mark.Yes) && !s.Selects);
        return null;
    }

    // 'No, only the jacket', 'no, I want to exchange it': a no, and a wish of its own.
    private bool FollowsNo(AnswerSegment segment, Sense sense)
    {
        if (_yes.Count > 0 || !_no.Exists(s => !s.Selects) || !(sense == Sense.Other || (sense == Sense.Pointer && open.Count == 1)))
            return false;
        RestAt = segment.Start;
        return true;
    }

    // 'Ok, thanks' ends a talk; it agrees to nothing.
    private bool IsMereReceipt() => _yes.TrueForAll(s => s.Has(Mark.WeakYes) && !s.Has(Mark.Yes) && !s.Selects) && segments.Any(s => s.Has(Mark.Closing));

    private ProposalAnswer YesAndNo()
    {
        var specific = _yes.Where(s => s.Selects || s.Has(Mark.Only)).ToList();
        if (specific.Count == 0)
            return _no.Count > 0 ? ProposalAnswer.None : open.Count == 1 ? new(ProposalReply.Confirm, [open[0].Id], []) : ProposalAnswer.Which;
        var confirmed = ImmutableArray.CreateBuilder<string>();
        foreach (var segment in specific)
        {
            var meant = ProposalChoice.Of(segment, open);
            if (meant.Count == 0)
                return ProposalAnswer.None;
            if (meant.Count > 1 && !ProposalChoice.MeansAll(segment))
                return ProposalAnswer.Which;
            confirmed.AddRange(meant.Select(p => p.Id).Where(id => !confirmed.Contains(id)));
        }
        return WithNo(confirmed.ToImmutable());
    }

    private ProposalAnswer WithNo(ImmutableArray<string> confirmed)
    {
        if (_no.Count == 0)
            return new(ProposalReply.Confirm, confirmed, []);
        var declined = _no.TrueForAll(s => s.Selects) ? No() : null;
        return declined is { } ids && !ids.Any(confirmed.Contains) ? new(ProposalReply.Confirm, confirmed, ids) : ProposalAnswer.None;
    }

    // A plain no is one to all that is open; null when it names something else.
    private ImmutableArray<string>? No()
    {
        var specific = _no.Where(s => s.Selects).ToList();
        if (specific.Count == 0)
            return [.. open.Select(p => p.Id)];
        var chosen = specific.ConvertAll(s => ProposalChoice.Of(s, open));
        return chosen.Exists(c => c.Count == 0) ? null : [.. chosen.SelectMany(c => c).Select(p => p.Id).Distinct(StringComparer.Ordinal)];
    }
}
