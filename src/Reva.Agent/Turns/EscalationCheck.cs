using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>Decides when a conversation goes to a person. Pure.</summary>
public static class EscalationCheck
{
    /// <summary>Unhelpful turns in a row before a person is brought in.</summary>
    public const int MostFailures = 2;

    /// <summary>Whether the message itself calls for a person, whatever the agent could answer.</summary>
    public static EscalationReason? Demanded(MessageMeaning meaning, ConversationMemory memory) => meaning switch
    {
        { LegalOrSafety: true } => EscalationReason.LegalOrSafety,
        { Intent: Intent.HumanRequest } => EscalationReason.RequestedPerson,
        { Entities.Answer: true } when memory.Pending?.Kind == PendingKind.OfferPerson => EscalationReason.RequestedPerson,
        { Rude: true } => EscalationReason.Frustrated,
        // Who complains again after help was offered is not offered it a second time.
        { Intent: Intent.Complaint, Sentiment: <= 2 } when memory is { LastIntent: Intent.Complaint, Pending.Kind: PendingKind.OfferPerson } => EscalationReason.Frustrated,
        { Sentiment: 1 } when memory.Turns > 0 => EscalationReason.Frustrated,
        _ => null,
    };

    /// <summary>How soon a person should look.</summary>
    public static Priority PriorityOf(EscalationReason reason, MessageMeaning meaning) => reason switch
    {
        EscalationReason.LegalOrSafety => Priority.Urgent,
        EscalationReason.Frustrated or EscalationReason.HighValue or EscalationReason.RepeatedContact => Priority.High,
        _ when meaning.Sentiment <= 2 => Priority.High,
        _ => Priority.Normal,
    };
}
