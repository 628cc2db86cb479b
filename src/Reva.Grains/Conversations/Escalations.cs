using Reva.Agent.Turns;
using Reva.Core;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What an escalation changes. Pure.</summary>
internal static class Escalations
{
    private const int LongestSummary = 4000;

    /// <summary>
    /// By the agent. A conversation that waits already is not escalated again: it keeps its ticket, gathers the new facts, and a more
    /// pressing reason replaces the first. What was resolved while the turn ran stays resolved. The event is null when nothing new is to be told.
    /// </summary>
    public static (ConversationRecord Record, NewEvent? Event) ByAgent(ConversationRecord record, Escalated wish, string turnId, DateTimeOffset now)
    {
        if (record.Status == ConversationStatus.Resolved)
            return (record, null);
        if (record is { Status: ConversationStatus.Escalated, Escalation: { } before })
            return (record with { Escalation = Gathered(before, wish) }, null);
        var escalation = new EscalationRecord(NewTicket(now), wish.Reason, wish.Priority, wish.Summary, now);
        return (record with { Status = ConversationStatus.Escalated, Escalation = escalation },
            new NewEvent("escalated", EventData.Escalated(turnId, escalation.TicketId, wish.Reason, escalation.Priority, wish.Text)));
    }

    private static EscalationRecord Gathered(EscalationRecord before, Escalated wish)
    {
        var summary = Shortened($"{before.Summary}\n\n{wish.Summary}");
        return wish.Priority > before.Priority ? before with { Reason = wish.Reason, Priority = wish.Priority, Summary = summary } : before with { Summary = summary };
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
