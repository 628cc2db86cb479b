using System.Collections.Immutable;
using Npgsql;
using Reva.Core.Audit;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Lists;

/// <summary>Reads and verifies a store's audit trail. Thread safe; throws <see cref="LogUnavailableException"/> when the database is away.</summary>
public sealed class AuditTrail(NpgsqlDataSource database)
{
    /// <summary>Lines of a store, newest first; of one conversation or action only when given.</summary>
    /// <param name="storeId">The store.</param>
    /// <param name="conversationId">Only this conversation's; null for all.</param>
    /// <param name="actionId">Only this action's; null for all.</param>
    /// <param name="before">Only lines older than this; null for the newest.</param>
    /// <param name="take">How many, 1–500.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<ImmutableArray<AuditEntry>> ReadAsync(string storeId, string? conversationId, string? actionId, DateTimeOffset? before, int take, CancellationToken cancellationToken) =>
        DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, $"""
            select {ActionRows.AuditColumns} from audit
            where store_id = $1 and ($2::text is null or conversation_id = $2) and ($3::text is null or action_id = $3) and ($4::timestamptz is null or at < $4)
            order by at desc, conversation_id, n desc limit $5
            """, ActionRows.Audit, [storeId, StoredText.Clean(conversationId), StoredText.Clean(actionId), before?.ToUniversalTime(), Math.Clamp(take, 1, 500)], cancellationToken));

    /// <summary>Checks every chain of a store, or that of one conversation.</summary>
    public async Task<ImmutableArray<ChainCheck>> VerifyAsync(string storeId, string? conversationId, CancellationToken cancellationToken)
    {
        var conversations = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, """
            select c.conversation_id, coalesce(h.n, 0), coalesce(h.hash, '') from (
                select conversation_id from audit where store_id = $1 union select conversation_id from audit_heads where store_id = $1
                union select conversation_id from actions where store_id = $1
            ) c left join audit_heads h on h.store_id = $1 and h.conversation_id = c.conversation_id
            where $2::text is null or c.conversation_id = $2 order by c.conversation_id
            """, row => (Id: row.GetString(0), N: row.GetInt32(1), Hash: row.GetString(2)), [storeId, StoredText.Clean(conversationId)], cancellationToken));
        var checks = ImmutableArray.CreateBuilder<ChainCheck>(conversations.Length);
        foreach (var (id, n, hash) in conversations)
        {
            var entries = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(database,
                $"select {ActionRows.AuditColumns} from audit where store_id = $1 and conversation_id = $2 order by n", ActionRows.Audit, [storeId, id], cancellationToken));
            checks.Add(new ChainCheck(id, entries.Length, AuditChain.Verify(entries, n, hash)));
        }
        return checks.ToImmutable();
    }
}

/// <summary>What the check of one chain came to.</summary>
/// <param name="ConversationId">Whose chain.</param>
/// <param name="Entries">Lines read.</param>
/// <param name="Touched">Where it was touched first; null when it is whole.</param>
public sealed record ChainCheck(string ConversationId, int Entries, AuditBreak? Touched);
