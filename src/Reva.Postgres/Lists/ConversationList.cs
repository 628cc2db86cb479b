using System.Collections.Immutable;
using Npgsql;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Lists;

/// <summary>Which conversations to list.</summary>
public sealed record ConversationListQuery
{
    /// <summary>The store whose conversations they are.</summary>
    public required string StoreId { get; init; }
    /// <summary>Only those in this state.</summary>
    public ConversationStatus? Status { get; init; }
    /// <summary>Only those whose latest intent is this.</summary>
    public Intent? Intent { get; init; }
    /// <summary>Only those with a message that holds these words; quotes, <c>or</c> and <c>-</c> work as in web searches.</summary>
    public string? Text { get; init; }
    /// <summary><see cref="ConversationPage.NextCursor"/> of the page before; null for the first.</summary>
    public string? Cursor { get; init; }
    /// <summary>How many, 1–200.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>One line of the list: the conversation, its last message, and how many there are.</summary>
public sealed record ConversationLine(ConversationRecord Conversation, string LastMessage, int MessageCount);

/// <summary>A page of the list, newest conversation first; a null cursor ends it.</summary>
public sealed record ConversationPage(ImmutableArray<ConversationLine> Conversations, string? NextCursor);

/// <summary>Lists a store's conversations. Thread safe; throws <see cref="LogUnavailableException"/> when the database is away.</summary>
public sealed class ConversationList(NpgsqlDataSource database)
{
    private const string LastMessageLength = "280";

    /// <summary>The conversations that <paramref name="query"/> asks for. Ids are ULIDs, so their order is the order in which they began.</summary>
    public async Task<ConversationPage> PageAsync(ConversationListQuery query, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(query.Take, 1, 200);
        var found = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, Sql, Line, Values(query, take + 1), cancellationToken));
        return found.Length <= take ? new(found, null) : new(found[..take], found[take - 1].Conversation.ConversationId);
    }

    private static readonly string Sql = $"""
        select {ConversationRows.ConversationColumns}, coalesce(last.text, ''), coalesce(last.count, 0)
        from conversations c
        left join lateral (
            select left((array_agg(m.text order by m.seq desc))[1], {LastMessageLength}) as text, count(*)::int as count
            from messages m where m.store_id = c.store_id and m.conversation_id = c.conversation_id
        ) last on true
        where c.store_id = $1
            and ($2::text is null or c.status = $2)
            and ($3::text is null or c.intent = $3)
            and ($4::text is null or c.conversation_id < $4)
            and ($5::text is null or exists (
                select from messages m
                where m.store_id = c.store_id and m.conversation_id = c.conversation_id and m.words @@ websearch_to_tsquery('simple', $5)))
        order by c.conversation_id desc limit $6
        """;

    private static object?[] Values(ConversationListQuery query, int take) =>
    [
        query.StoreId,
        query.Status is { } status ? WireNames<ConversationStatus>.Of(status) : null,
        query.Intent is { } intent ? WireNames<Intent>.Of(intent) : null,
        StoredText.Clean(query.Cursor),
        string.IsNullOrWhiteSpace(query.Text) ? null : StoredText.Clean(query.Text),
        take,
    ];

    private static ConversationLine Line(NpgsqlDataReader row) => new(ConversationRows.Conversation(row), row.GetString(24), row.GetInt32(25));
}
