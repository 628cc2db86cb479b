using System.Text;
using System.Text.Json;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Core.Conversations;
using Reva.Core.Stores;
using Reva.Grains.Conversations;

namespace Reva.Grains.Outbox;

/// <summary>What the merchant reads when a person is needed. Pure.</summary>
public static class EscalationMail
{
    /// <summary>The mail of a ticket goes under this key.</summary>
    public static string Key(string ticketId) => $"escalation:{ticketId}";

    /// <summary>The mail; null when the store has no address for it.</summary>
    public static MailMessage? Of(StoreProfile store, ConversationRecord conversation, EscalationRecord escalation)
    {
        if (string.IsNullOrWhiteSpace(store.Support.Mailbox ?? store.ContactEmail))
            return null;
        return new MailMessage
        {
            To = (store.Support.Mailbox ?? store.ContactEmail)!.Trim(),
            ReplyTo = conversation.Memory.Identity.Email ?? conversation.CustomerEmail,
            FromName = $"{store.Name} assistant",
            Subject = $"[{escalation.Priority}] {escalation.TicketId}: {ReasonText(escalation.Reason)}",
            Text = Text(store, conversation, escalation),
            Thread = escalation.TicketId,
        };
    }

    private static string Text(StoreProfile store, ConversationRecord conversation, EscalationRecord escalation)
    {
        var text = new StringBuilder();
        text.Append("A shopper of ").Append(store.Name).Append(" needs a person: ").Append(ReasonText(escalation.Reason)).Append(".\n\n");
        text.Append("Ticket: ").Append(escalation.TicketId).Append('\n');
        text.Append("Priority: ").Append(escalation.Priority).Append('\n');
        text.Append("The shopper was told that you answer ").Append(AnswerTime.Text(store, escalation.At)).Append(".\n\n");
        text.Append(escalation.Summary.Trim()).Append("\n\n");
        text.Append("To answer in the chat, take the conversation over; the assistant is silent until you hand it back:\n");
        text.Append("  POST /api/v1/conversations/").Append(conversation.ConversationId).Append("/takeover  {\"person\": \"your name\"}\n");
        text.Append("  POST /api/v1/conversations/").Append(conversation.ConversationId).Append("/replies   {\"text\": \"your answer\"}\n");
        text.Append("  POST /api/v1/conversations/").Append(conversation.ConversationId).Append("/handback  {}\n");
        return text.ToString();
    }

    private static string ReasonText(EscalationReason reason) => reason switch
    {
        EscalationReason.RequestedPerson => "asked for a person",
        EscalationReason.Frustrated => "is upset",
        EscalationReason.LegalOrSafety => "legal or safety matter",
        EscalationReason.AgentFailed => "the assistant could not help",
        EscalationReason.OrderAction => "wants an order changed",
        EscalationReason.VerificationFailed => "could not prove who they are",
        EscalationReason.Api => "passed on by you",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString()).Replace('_', ' '),
    };
}
