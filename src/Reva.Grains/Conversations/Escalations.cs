using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What an escalation changes. Pure.</summary>
internal static class Escalations
{
    private const int LongestSummary = 4000;

    /// <summary>By the agent. A conversation that waits already keeps its ticket, takes the higher priority and gathers the new facts.</summary>
    public static (ConversationRecord Record, NewEvent Event) ByAgent(ConversationRecord record, Escalated wish, string turnId, DateTimeOffset now)
    {
        var before = record.Status == ConversationStatus.Escalated ? record.Escalation : null;
        var escalation = before is null
            ? new EscalationRecord(NewTicket(now), wish.Reason, wish.Priority, wish.Summary, now)
            : before with { Priority = (Priority)Math.Max((int)before.Priority, (int)wish.Priority), Summary = Shortened($"{before.Summary}\n\n{wish.Summary}") };
        return (record with { Status = ConversationStatus.Escalated, Escalation = escalation },
            new NewEvent("escalated", EventData.Escalated(turnId, escalation.TicketId, wish.Reason, escalation.Priority, wish.Text)));
    }

    /// <summary>By the merchant, through the API.</summary>
    public static Change ByMerchant(ConversationRecord record, string reason, DateTimeOffset now)
    {
        var escalation = new EscalationRecord(NewTicket(now), EscalationReason.Api, Priority.Normal, reason, now);
        return new Change(record with { Status = ConversationStatus.Escalated, Escalation = escalation })
        {
            Events = [new NewEvent("escalated", EventData.Escalated(null, escalation.TicketId, EscalationReason.Api, Priority.Normal, "A person from the team will take it from here."))],
        };
    }

    private static string NewTicket(DateTimeOffset now) => "T-" + Ulid.New(now)[18..].ToUpperInvariant();

    private static string Shortened(string text) => text.Length <= LongestSummary ? text : text[^LongestSummary..];
}
