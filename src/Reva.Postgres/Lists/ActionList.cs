using System.Collections.Immutable;
using Npgsql;
using Reva.Agent.Actions;
using Reva.Core.Actions;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Lists;

/// <summary>One action of a store, with its conversation.</summary>
public sealed record ActionLine(string ConversationId, ActionRecord Action);

/// <summary>A page of actions, newest first; a null cursor ends it.</summary>
public sealed record ActionPage(ImmutableArray<ActionLine> Actions, string? NextCursor);

/// <summary>Lists a store's actions. Thread safe; throws <see cref="LogUnavailableException"/> when the database is away.</summary>
public sealed class ActionList(NpgsqlDataSource database)
{
    /// <summary>Actions of a store, newest first.</summary>
    /// <param name="storeId">The store.</param>
    /// <param name="status">Only those in this state; null for all.</param>
    /// <param name="cursor"><see cref="ActionPage.NextCursor"/> of the page before; null for the first.</param>
    /// <param name="take">How many, 1–200.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ActionPage> PageAsync(string storeId, ActionStatus? status, string? cursor, int take, CancellationToken cancellationToken)
    {
        take = Math.Clamp(take, 1, 200);
        var found = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(database, """
            select conversation_id, document::text from actions
            where store_id = $1 and ($2::text is null or status = $2) and ($3::text is null or action_id < $3)
            order by action_id desc limit $4
            """, row => new ActionLine(row.GetString(0), ActionRows.Action(row.GetString(1))),
            [storeId, status is { } s ? WireNames<ActionStatus>.Of(s) : null, StoredText.Clean(cursor), take + 1], cancellationToken));
        return found.Length <= take ? new(found, null) : new(found[..take], found[take - 1].Action.ActionId);
    }
}
