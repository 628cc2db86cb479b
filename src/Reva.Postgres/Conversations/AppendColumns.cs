using Npgsql;
using NpgsqlTypes;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Grains.Outbox;

namespace Reva.Postgres.Conversations;

/// <summary>The parameters of <see cref="AppendStatement"/>: one array a column, in the order of its numbers.</summary>
internal sealed class AppendColumns
{
    private readonly NpgsqlParameterCollection _parameters;
    private readonly Action<int, PendingAppend>[] _conversation;
    private readonly Action<int, ConversationRecord, ConversationEvent>[] _event;
    private readonly Action<int, ConversationRecord, MessageRecord>[] _message;
    private readonly Action<int, ConversationRecord, TurnRecord>[] _turn;
    private readonly Action<int, ConversationRecord, OutboxMail>[] _mail;

    public AppendColumns(NpgsqlParameterCollection parameters)
    {
        _parameters = parameters;
        _conversation = ConversationColumns();
        _event = EventColumns();
        _message = MessageColumns();
        _turn = TurnColumns();
        _mail = MailColumns();
    }

    public void Add(int n, PendingAppend pending)
    {
        var append = pending.Append;
        foreach (var column in _conversation)
            column(n, pending);
        foreach (var one in append.Events)
        {
            foreach (var column in _event)
                column(n, append.Conversation, one);
        }
        foreach (var one in append.Messages)
        {
            foreach (var column in _message)
                column(n, append.Conversation, one);
        }
        if (append.Turn is { } turn)
        {
            foreach (var column in _turn)
                column(n, append.Conversation, turn);
        }
        foreach (var one in append.Mails)
        {
            foreach (var column in _mail)
                column(n, append.Conversation, one);
        }
    }

    private Action<int, PendingAppend>[] ConversationColumns() =>
    [
        Numbered<PendingAppend>(),
        Of(NpgsqlDbType.Text, c => c.StoreId),
        Of(NpgsqlDbType.Text, c => c.ConversationId),
        Column(NpgsqlDbType.Bigint, (PendingAppend p) => p.Append.ExpectedVersion),
        Of(NpgsqlDbType.Text, c => StoredText.Clean(c.VisitorId)),
        Of(NpgsqlDbType.Text, c => WireNames<Channel>.Of(c.Channel)),
        Of(NpgsqlDbType.Text, c => WireNames<ConversationStatus>.Of(c.Status)),
        Of(NpgsqlDbType.Bigint, c => c.LastSeq),
        Of(NpgsqlDbType.Bigint, c => c.AnsweredSeq),
        Of(NpgsqlDbType.Bigint, c => c.LastShopperSeq),
        Of(NpgsqlDbType.Bigint, c => c.Version),
        Column(NpgsqlDbType.Uuid, (PendingAppend p) => p.Id),
        Of(NpgsqlDbType.Text, c => WireNames<Intent>.Of(c.Intent)),
        Of(NpgsqlDbType.Smallint, c => (short)c.Sentiment),
        Column(NpgsqlDbType.Text, (PendingAppend p) => p.Memory),
        Of(NpgsqlDbType.Text, c => c.Page is null ? null : StoredJson.Write(c.Page)),
        Of(NpgsqlDbType.Text, c => StoredText.Clean(c.CustomerEmail)),
        Of(NpgsqlDbType.Text, c => c.Escalation?.TicketId),
        Of(NpgsqlDbType.Text, c => c.Escalation is { } e ? WireNames<EscalationReason>.Of(e.Reason) : null),
        Of(NpgsqlDbType.Text, c => c.Escalation is { } e ? WireNames<Priority>.Of(e.Priority) : null),
        Of(NpgsqlDbType.Text, c => StoredText.Clean(c.Escalation?.Summary)),
        Of(NpgsqlDbType.TimestampTz, c => c.Escalation?.At.ToUniversalTime()),
        Of(NpgsqlDbType.Text, c => StoredText.Clean(c.ResolutionSummary)),
        Of(NpgsqlDbType.Smallint, c => (short?)c.Score),
        Of(NpgsqlDbType.TimestampTz, c => c.CreatedAt.ToUniversalTime()),
        Of(NpgsqlDbType.TimestampTz, c => c.UpdatedAt.ToUniversalTime()),
        Of(NpgsqlDbType.Text, c => c.Takeover is null ? null : StoredJson.Write(c.Takeover)),
    ];

    private Action<int, ConversationRecord, ConversationEvent>[] EventColumns() =>
    [
        .. Keys<ConversationEvent>(),
        Row(NpgsqlDbType.Bigint, (ConversationEvent e) => e.Seq),
        Row(NpgsqlDbType.Text, (ConversationEvent e) => e.Type),
        Row(NpgsqlDbType.TimestampTz, (ConversationEvent e) => e.At.ToUniversalTime()),
        Row(NpgsqlDbType.Text, (ConversationEvent e) => StoredText.CleanJson(e.Data)),
    ];

    private Action<int, ConversationRecord, MessageRecord>[] MessageColumns() =>
    [
        .. Keys<MessageRecord>(),
        Row(NpgsqlDbType.Bigint, (MessageRecord m) => m.Seq),
        Row(NpgsqlDbType.Text, (MessageRecord m) => m.MessageId),
        Row(NpgsqlDbType.Text, (MessageRecord m) => WireNames<Author>.Of(m.Author)),
        Row(NpgsqlDbType.Text, (MessageRecord m) => StoredText.Clean(m.Text)),
        Row(NpgsqlDbType.Text, (MessageRecord m) => StoredText.Clean(m.ClientMessageId)),
        Row(NpgsqlDbType.Text, (MessageRecord m) => m.TurnId),
        Row(NpgsqlDbType.TimestampTz, (MessageRecord m) => m.At.ToUniversalTime()),
        Row(NpgsqlDbType.Text, (MessageRecord m) => StoredText.Clean(m.Name)),
    ];

    private Action<int, ConversationRecord, TurnRecord>[] TurnColumns() =>
    [
        .. Keys<TurnRecord>(),
        Row(NpgsqlDbType.Text, (TurnRecord t) => t.TurnId),
        Row(NpgsqlDbType.TimestampTz, (TurnRecord t) => t.StartedAt.ToUniversalTime()),
        Row(NpgsqlDbType.Double, (TurnRecord t) => t.Duration.TotalMilliseconds),
        Row(NpgsqlDbType.Text, (TurnRecord t) => WireNames<Intent>.Of(t.Intent)),
        Row(NpgsqlDbType.Double, (TurnRecord t) => t.Confidence),
        Row(NpgsqlDbType.Smallint, (TurnRecord t) => (short)t.Sentiment),
        Row(NpgsqlDbType.Text, (TurnRecord t) => StoredText.Clean(t.Model)),
        Row(NpgsqlDbType.Bigint, (TurnRecord t) => t.InputTokens),
        Row(NpgsqlDbType.Bigint, (TurnRecord t) => t.OutputTokens),
        Row(NpgsqlDbType.Numeric, (TurnRecord t) => t.CostUsd),
        Row(NpgsqlDbType.Text, (TurnRecord t) => StoredText.CleanJson(t.TraceJson)),
    ];

    private Action<int, ConversationRecord, OutboxMail>[] MailColumns() =>
    [
        .. Keys<OutboxMail>(),
        Row(NpgsqlDbType.Text, (OutboxMail m) => m.Key),
        Row(NpgsqlDbType.Text, (OutboxMail m) => StoredJson.Write(m.Message)),
        Row(NpgsqlDbType.TimestampTz, (OutboxMail m) => m.At.ToUniversalTime()),
    ];

    private Action<int, ConversationRecord, T>[] Keys<T>() =>
    [
        RowNumber<T>(),
        RowKey<T>(c => c.StoreId),
        RowKey<T>(c => c.ConversationId),
    ];

    private Action<int, T> Numbered<T>()
    {
        var values = Parameter<int>(NpgsqlDbType.Integer);
        return (n, _) => values.Add(n);
    }

    private Action<int, PendingAppend> Of<TValue>(NpgsqlDbType type, Func<ConversationRecord, TValue> value) =>
        Column(type, (PendingAppend p) => value(p.Append.Conversation));

    private Action<int, T> Column<T, TValue>(NpgsqlDbType type, Func<T, TValue> value)
    {
        var values = Parameter<TValue>(type);
        return (_, item) => values.Add(value(item));
    }

    private Action<int, ConversationRecord, T> RowNumber<T>()
    {
        var values = Parameter<int>(NpgsqlDbType.Integer);
        return (n, _, _) => values.Add(n);
    }

    private Action<int, ConversationRecord, T> RowKey<T>(Func<ConversationRecord, string> value)
    {
        var values = Parameter<string>(NpgsqlDbType.Text);
        return (_, conversation, _) => values.Add(value(conversation));
    }

    private Action<int, ConversationRecord, T> Row<T, TValue>(NpgsqlDbType type, Func<T, TValue> value)
    {
        var values = Parameter<TValue>(type);
        return (_, _, item) => values.Add(value(item));
    }

    private List<TValue> Parameter<TValue>(NpgsqlDbType type)
    {
        var values = new List<TValue>();
        _parameters.Add(new NpgsqlParameter<List<TValue>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        return values;
    }
}
