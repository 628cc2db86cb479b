using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Grains.Tests.Postgres;

/// <summary>Conversations to store, and a log to store them in.</summary>
internal static class LogSample
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static ConversationLog Log(NpgsqlDataSource database, ConversationLogOptions? options = null) =>
        new(database, options ?? new(), NullLogger<ConversationLog>.Instance);

    public static string NewId() => Guid.CreateVersion7().ToString("N");

    public static ConversationRecord New(string store = "north", string? id = null) => new()
    {
        StoreId = store, ConversationId = id ?? NewId(), VisitorId = "visitor", Channel = Channel.Chat, CreatedAt = Noon, UpdatedAt = Noon,
    };

    /// <summary>A shopper's message as the next append of a conversation.</summary>
    public static ConversationAppend Says(this ConversationRecord conversation, string text, string? clientId = null)
    {
        var seq = conversation.LastSeq + 1;
        return new()
        {
            ExpectedVersion = conversation.Version,
            Conversation = conversation with { Version = conversation.Version + 1, LastSeq = seq, LastShopperSeq = seq },
            Events = [new(seq, "message", Noon, """{"author":"shopper"}""")],
            Messages = [new() { MessageId = NewId(), Seq = seq, Author = Author.Shopper, Text = text, ClientMessageId = clientId, At = Noon }],
        };
    }

    /// <summary>A finished turn as the next append: several events, the reply and the trace.</summary>
    public static ConversationAppend Answers(this ConversationRecord conversation, string text, int events = 4)
    {
        var seq = conversation.LastSeq + events;
        var turn = NewId();
        return new()
        {
            ExpectedVersion = conversation.Version,
            Conversation = conversation with { Version = conversation.Version + 1, LastSeq = seq, AnsweredSeq = conversation.LastShopperSeq, Intent = Intent.ProductSearch },
            Events = [.. Enumerable.Range(1, events).Select(i => new ConversationEvent(conversation.LastSeq + i, "turn.step", Noon, $$"""{"turnId":"{{turn}}"}"""))],
            Messages = [new() { MessageId = NewId(), Seq = seq, Author = Author.Agent, Text = text, TurnId = turn, At = Noon }],
            Turn = new(turn, Noon, TimeSpan.FromMilliseconds(12.5), Intent.ProductSearch, 0.9, 4, "rules", 10, 20, 0.0015m, """[{"step":"understand"}]"""),
        };
    }

    public static async Task<ConversationRecord> StoreAsync(this ConversationLog log, ConversationAppend append)
    {
        await log.AppendAsync(append, CancellationToken.None);
        return append.Conversation;
    }

    public static Task<ImmutableArray<ConversationEvent>> AllEventsAsync(this ConversationLog log, ConversationRecord conversation) =>
        log.EventsAsync(conversation.StoreId, conversation.ConversationId, 0, 10_000, CancellationToken.None);
}
