using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Grains.Conversations;

/// <summary>What a shopper's message changes. Pure.</summary>
internal static class Incoming
{
    /// <summary>The message, and the turn it starts when none runs.</summary>
    public static Change Change(ConversationRecord before, PostMessage message, string messageId, string? turnId, DateTimeOffset now)
    {
        var seq = before.LastSeq + 1;
        var record = before with
        {
            LastShopperSeq = seq,
            Page = message.PageUrl is null && message.ProductHandle is null ? before.Page : new PageContext(message.PageUrl, message.ProductHandle),
            CustomerEmail = message.CustomerEmail ?? before.CustomerEmail,
            Memory = message.SignedIn is { } customer ? before.Memory with { SignedIn = new SignedInCustomer(customer.Email, customer.CustomerId, customer.Until) } : before.Memory,
        };
        var arrived = new NewEvent("message", EventData.Message(messageId, Author.Shopper, message.Text, message.ClientMessageId), now);
        return new Change(record)
        {
            Events = turnId is null ? [arrived] : [arrived, new NewEvent("turn.started", EventData.TurnStarted(turnId), now)],
            Messages = [new MessageRecord { MessageId = messageId, Seq = seq, Author = Author.Shopper, Text = message.Text, ClientMessageId = message.ClientMessageId, At = now }],
        };
    }
}
