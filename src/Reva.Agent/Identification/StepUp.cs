using Reva.Agent.Turns;
using Reva.Core.Policies;

namespace Reva.Agent.Identification;

/// <summary>Turns a refusal for want of proof into the offer of a code, after which the wish is gone on with.</summary>
internal static class StepUp
{
    private const string Rule = "verification";

    /// <summary>Whether a better proof is all that is missing so far.</summary>
    public static bool IsFor(PolicyDecision decision) => decision.Verdict == PolicyVerdict.Deny && decision.Reasons is [{ Rule: Rule }, ..];

    /// <summary>Keeps the wish when its refusal is one for want of proof.</summary>
    public static void Note(PolicyDecision decision, TurnContext turn)
    {
        if (IsFor(decision))
            turn.StepUps.Add(new PendingQuestion(PendingKind.OfferCode, null, null, turn.Meaning.Intent, turn.Input.Text));
    }

    /// <summary>Lets the turn end with the offer open, unless something else is asked already.</summary>
    public static void Offer(TurnContext turn)
    {
        var asksElse = turn.Memory.Pending is { } pending && !ReferenceEquals(pending, turn.Input.Memory.Pending);
        if (turn.StepUps.Count > 0 && !asksElse)
            turn.Memory = turn.Memory with { Pending = turn.StepUps[0] };
    }
}
