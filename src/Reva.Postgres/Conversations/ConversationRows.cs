using Npgsql;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>Rows as records; each list of columns is in the order in which it is read.</summary>
internal static class ConversationRows
{
    public const string ConversationColumns = """
        store_id, conversation_id, visitor_id, channel, status, last_seq, answered_seq, last_shopper_seq, version, intent, sentiment, memory::text,
        page::text, customer_email, ticket_id, escalation_reason, escalation_priority, escalation_summary, escalated_at, resolution_summary, score,
        created_at, updated_at, takeover::text
        """;

    public const string MessageColumns = "message_id, seq, author, text, client_message_id, turn_id, at, name";

    public const string EventColumns = "seq, type, at, data::text";

    public static ConversationRecord Conversation(NpgsqlDataReader row) => new()
    {
        StoreId = row.GetString(0),
        ConversationId = row.GetString(1),
        VisitorId = row.GetString(2),
        Channel = WireNames<Channel>.Parse(row.GetString(3)),
        Status = WireNames<ConversationStatus>.Parse(row.GetString(4)),
        LastSeq = row.GetInt64(5),
        AnsweredSeq = row.GetInt64(6),
        LastShopperSeq = row.GetInt64(7),
        Version = row.GetInt64(8),
        Intent = WireNames<Intent>.Parse(row.GetString(9)),
        Sentiment = row.GetInt16(10),
        Memory = StoredJson.Read<ConversationMemory>(row.GetString(11)),
        Page = Text(row, 12) is { } page ? StoredJson.Read<PageContext>(page) : null,
        CustomerEmail = Text(row, 13),
        Escalation = row.IsDBNull(14) ? null : Escalation(row),
        ResolutionSummary = Text(row, 19),
        Score = row.IsDBNull(20) ? null : row.GetInt16(20),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(21),
        UpdatedAt = row.GetFieldValue<DateTimeOffset>(22),
        Takeover = Text(row, 23) is { } takeover ? StoredJson.Read<TakeoverRecord>(takeover) : null,
    };

    public static MessageRecord Message(NpgsqlDataReader row) => new()
    {
        MessageId = row.GetString(0),
        Seq = row.GetInt64(1),
        Author = WireNames<Author>.Parse(row.GetString(2)),
        Text = row.GetString(3),
        ClientMessageId = Text(row, 4),
        TurnId = Text(row, 5),
        At = row.GetFieldValue<DateTimeOffset>(6),
        Name = Text(row, 7),
    };

    public static ConversationEvent Event(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3));

    private static EscalationRecord Escalation(NpgsqlDataReader row) => new(
        row.GetString(14), WireNames<EscalationReason>.Parse(row.GetString(15)), WireNames<Priority>.Parse(row.GetString(16)), row.GetString(17),
        row.GetFieldValue<DateTimeOffset>(18));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
