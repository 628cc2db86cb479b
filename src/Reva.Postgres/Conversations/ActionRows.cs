using Npgsql;
using Reva.Agent.Actions;
using Reva.Core.Actions;
using Reva.Core.Audit;

namespace Reva.Postgres.Conversations;

/// <summary>Actions and audit lines as records; each list of columns is in the order in which it is read.</summary>
internal static class ActionRows
{
    public const string AuditColumns = "store_id, conversation_id, n, at, event, actor, actor_name, action_id, action_kind, why, rule, before, after, previous_hash, hash";

    public static ActionRecord Action(string document) => ActionJson.Read<ActionRecord>(document);

    public static AuditEntry Audit(NpgsqlDataReader row) => new()
    {
        StoreId = row.GetString(0),
        ConversationId = row.GetString(1),
        N = row.GetInt32(2),
        At = row.GetFieldValue<DateTimeOffset>(3),
        Event = WireNames<AuditEvent>.Parse(row.GetString(4)),
        Actor = WireNames<AuditActor>.Parse(row.GetString(5)),
        ActorName = Text(row, 6),
        ActionId = Text(row, 7),
        ActionKind = Text(row, 8) is { } name && ActionKinds.TryParse(name, out var kind) ? kind : null,
        Why = row.GetString(9),
        Rule = Text(row, 10),
        BeforeJson = Text(row, 11),
        AfterJson = Text(row, 12),
        PreviousHash = row.GetString(13),
        Hash = row.GetString(14),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
