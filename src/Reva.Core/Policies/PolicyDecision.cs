using System.Collections.Immutable;
using Reva.Core.Actions;

namespace Reva.Core.Policies;

/// <summary>What a policy decides, why, and what would be possible instead.</summary>
/// <param name="Verdict">The decision.</param>
/// <param name="Reasons">Why, the weightiest first, those of the verdict alone; empty for a plain confirmation.</param>
/// <param name="Alternatives">Actions of another kind that the policy would not deny for this order, now or once it has arrived.</param>
public sealed record PolicyDecision(PolicyVerdict Verdict, ImmutableArray<PolicyReason> Reasons, ImmutableArray<ActionKind> Alternatives)
{
    /// <summary>Whether it can go on to the customer's confirmation.</summary>
    public bool MayBeProposed => Verdict is PolicyVerdict.Confirm or PolicyVerdict.Approve;
}

/// <summary>What may happen.</summary>
public enum PolicyVerdict
{
    /// <summary>At once; for what changes nothing.</summary>
    Allow,
    /// <summary>With the customer's confirmation.</summary>
    Confirm,
    /// <summary>With the customer's confirmation, and a person's approval.</summary>
    Approve,
    /// <summary>Not at all.</summary>
    Deny,
}

/// <summary>One reason of a decision.</summary>
/// <param name="Rule">Which rule decided, e.g. <c>return_window</c>; stands in the audit.</param>
/// <param name="Text">In plain words that a customer may read, one sentence without the shop's own limits in figures of money.</param>
public sealed record PolicyReason(string Rule, string Text);
