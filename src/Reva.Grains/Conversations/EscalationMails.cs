using System.Collections.Immutable;
using Orleans;
using Reva.Core.Stores;
using Reva.Grains.Outbox;

namespace Reva.Grains.Conversations;

/// <summary>The mail that tells the merchant of an escalation: one for each ticket, however the ticket came to be.</summary>
/// <param name="store">The conversation's store; null when it is not configured any more.</param>
internal sealed class EscalationMails(StoreProfile? store, IGrainFactory grains)
{
    /// <summary>The mail of a change that opens a ticket; it is stored together with the ticket.</summary>
    public ImmutableArray<OutboxMail> Of(ConversationRecord? before, ConversationRecord after, DateTimeOffset now) =>
        after.Escalation is { } escalation && escalation.TicketId != before?.Escalation?.TicketId && store is not null && EscalationMail.Of(store, after, escalation) is { } message
            ? [new OutboxMail(store.Id, EscalationMail.Key(escalation.TicketId), message, now)] : [];

    /// <summary>Wakes the sender; should that fail, it looks by itself within a minute.</summary>
    public void Told(ConversationAppend append)
    {
        if (!append.Mails.IsEmpty)
            _ = grains.GetGrain<IOutboxGrain>(OutboxKey.Of(append.Conversation.StoreId)).Wake();
    }
}
