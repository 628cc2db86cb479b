using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Npgsql;
using Reva.Agent.Actions;
using Reva.Core.Audit;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>
/// The conversation log in PostgreSQL. Appends of many conversations share a transaction (<see cref="AppendWriter"/>), since a commit
/// costs the same for one as for a hundred. NUL characters are left out of texts: PostgreSQL does not take them.
/// </summary>
public sealed class ConversationLog : IConversationLog, IAsyncDisposable
{
    private readonly NpgsqlDataSource _database;
    private readonly AppendWriter[] _writers;

    /// <summary>Starts its writers; throws <see cref="ArgumentOutOfRangeException"/> for options outside their ranges.</summary>
    public ConversationLog(NpgsqlDataSource database, ConversationLogOptions options, ILogger<ConversationLog> logger)
    {
        options.Validate();
        _database = database;
        _writers = [.. Enumerable.Range(0, options.Writers).Select(_ => new AppendWriter(database, options, logger))];
    }

    /// <inheritdoc/>
    /// <remarks>Cancelling stops the waiting, not the append: it may be stored all the same.</remarks>
    public async Task AppendAsync(ConversationAppend append, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingAppend(append);
        if (!WriterOf(append.Conversation.ConversationId).TryAdd(pending))
            throw new LogUnavailableException("Too many appends wait for the database.");
        await pending.Stored.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ConversationRecord?> LoadAsync(string storeId, string conversationId, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(
            $"select {ConversationRows.ConversationColumns} from conversations where store_id = $1 and conversation_id = $2",
            ConversationRows.Conversation, cancellationToken, storeId, conversationId);
        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ConversationEvent>> EventsAsync(string storeId, string conversationId, long afterSeq, int take, CancellationToken cancellationToken) =>
        QueryAsync(
            $"select {ConversationRows.EventColumns} from events where store_id = $1 and conversation_id = $2 and seq > $3 order by seq limit $4",
            ConversationRows.Event, cancellationToken, storeId, conversationId, afterSeq, take);

    /// <inheritdoc/>
    public async Task<ImmutableArray<MessageRecord>> MessagesAsync(string storeId, string conversationId, int take, CancellationToken cancellationToken)
    {
        var latestFirst = await QueryAsync(
            $"select {ConversationRows.MessageColumns} from messages where store_id = $1 and conversation_id = $2 order by seq desc limit $3",
            ConversationRows.Message, cancellationToken, storeId, conversationId, take);
        return [.. latestFirst.Reverse()];
    }

    /// <inheritdoc/>
    public async Task<StoredMessage?> FindClientMessageAsync(string storeId, string conversationId, string clientMessageId, CancellationToken cancellationToken)
    {
        var found = await QueryAsync(
            "select seq, message_id from messages where store_id = $1 and conversation_id = $2 and client_message_id = $3",
            row => new StoredMessage(row.GetInt64(0), row.GetString(1)), cancellationToken, storeId, conversationId, StoredText.Clean(clientMessageId));
        return found.FirstOrDefault();
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<(string StoreId, string ConversationId)>> UnansweredAsync(CancellationToken cancellationToken) =>
        QueryAsync(
            """
            select store_id, conversation_id from conversations where last_shopper_seq > answered_seq and status not in ('resolved', 'taken_over')
            union
            select a.store_id, a.conversation_id from actions a join conversations c on c.store_id = a.store_id and c.conversation_id = a.conversation_id
            where a.updated_at > now() - interval '1 day' and a.status in ('done', 'failed', 'unsupported', 'rejected', 'waiting_approval', 'invalidated')
                and a.document ? 'confirmedAt' and c.status not in ('resolved', 'taken_over')
                and not coalesce(c.memory -> 'toldActions', '[]') ? (a.action_id || ':' || replace(initcap(replace(a.status, '_', ' ')), ' ', ''))
            """,
            row => (row.GetString(0), row.GetString(1)), cancellationToken);

    /// <inheritdoc/>
    public async Task<(ImmutableArray<ActionRecord> Actions, AuditEntry? Last)> ActionsAsync(string storeId, string conversationId, int take, CancellationToken cancellationToken)
    {
        var last = await QueryAsync(
            $"select {ActionRows.AuditColumns} from audit where store_id = $1 and conversation_id = $2 order by n desc limit 1",
            ActionRows.Audit, cancellationToken, storeId, conversationId);
        // Nothing is done without a line of the audit: most conversations end here.
        if (last.IsEmpty)
            return ([], null);
        var latestFirst = await QueryAsync(
            "select document::text from actions where store_id = $1 and conversation_id = $2 order by action_id desc limit $3",
            row => ActionRows.Action(row.GetString(0)), cancellationToken, storeId, conversationId, take);
        return ([.. latestFirst.Reverse()], last[0]);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<(string StoreId, string ConversationId)>> UnfinishedActionsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        QueryAsync(
            "select distinct store_id, conversation_id from actions where status in ('confirmed', 'running') and updated_at < $1",
            row => (row.GetString(0), row.GetString(1)), cancellationToken, before.ToUniversalTime());

    /// <summary>Stores what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
            await writer.DisposeAsync();
    }

    private AppendWriter WriterOf(string conversationId) =>
        _writers[(int)((uint)string.GetHashCode(conversationId, StringComparison.Ordinal) % (uint)_writers.Length)];

    private Task<ImmutableArray<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values) =>
        DatabaseFailure.GuardRead(() => Rows.QueryAsync(_database, sql, read, values, cancellationToken));
}
