using Reva.Agent.Identification;
using Reva.Agent.Turns;
using Reva.Core.Actions;

namespace Reva.Agent.Actions;

/// <summary>Whether a yes is the yes of the customer to whom it was proposed. Pure.</summary>
internal static class ProofOfYes
{
    public const string Rule = "verification";
    public const string Replaced = "This was offered to another customer, so nothing was changed. Ask me again and I'll look at it afresh.";
    private const string Expired = "It's been a while since you showed me who you are, so nothing was changed. Prove it again and I'll look at it afresh.";

    /// <summary>What stands against taking it; null when nothing does.</summary>
    /// <param name="action">What was proposed.</param>
    /// <param name="identity">Whom the conversation knows now; null where that is not kept. Without a customer it may still be of the turn that proposed.</param>
    /// <param name="yesAt">When the yes was said.</param>
    public static ProofObjection? Objection(ActionRecord action, Identity? identity, DateTimeOffset yesAt)
    {
        if (identity?.Email is { } known && !Proofs.Same(known, action.CustomerEmail))
            return new ProofObjection(ActionStatus.Invalidated, Replaced, "The yes is another customer's.");
        return Until(action, identity) <= yesAt ? new ProofObjection(ActionStatus.Expired, Expired, "The customer's proof had run out before the yes.") : null;
    }

    /// <summary>Until when the customer's proof counts: a newer proof of the same customer lasts longer than the one at the proposal.</summary>
    public static DateTimeOffset? Until(ActionRecord action, Identity? identity) =>
        action.ProvedUntil is { } atProposal && identity is { Email: not null, Until: { } now } && now > atProposal ? now : action.ProvedUntil;
}

/// <summary>What stands against a yes.</summary>
internal sealed record ProofObjection(ActionStatus Status, string Text, string Why)
{
    public string Rule { get; } = ProofOfYes.Rule;
}
