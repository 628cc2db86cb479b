using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Reva.Agent.Actions;
using Reva.Core.Actions;
using Reva.Core.Audit;
using Reva.Core.Policies;
using Reva.Grains.Conversations;

namespace Reva.Postgres.Conversations;

/// <summary>The actions and audit lines of a batch as two JSON arrays, each row with the number of its append.</summary>
internal static class ActionColumns
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Add(NpgsqlParameterCollection parameters, IReadOnlyList<PendingAppend> batch)
    {
        parameters.Add(new() { Value = Rows(batch, p => p.Actions.Select(a => Row(a, p))), NpgsqlDbType = NpgsqlDbType.Jsonb });
        parameters.Add(new() { Value = Rows(batch, p => p.Audit.Select(Row)), NpgsqlDbType = NpgsqlDbType.Jsonb });
    }

    private static string Rows(IReadOnlyList<PendingAppend> batch, Func<ConversationAppend, IEnumerable<JsonObject>> rows)
    {
        var all = new JsonArray();
        foreach (var (index, pending) in batch.Index())
        {
            foreach (var row in rows(pending.Append))
            {
                row["n"] = index + 1;
                all.Add(row);
            }
        }
        return StoredText.CleanJson(all.ToJsonString());
    }

    private static JsonObject Row(ActionRecord action, ConversationAppend append) => Object(new
    {
        append.Conversation.StoreId, append.Conversation.ConversationId, action.ActionId, Kind = action.Action.Kind.ToWire(),
        Status = WireNames<ActionStatus>.Of(action.Status), OrderNumber = (action.Action as OrderAction)?.OrderNumber, action.CustomerEmail,
        Document = JsonNode.Parse(ActionJson.Write(action)), action.ProposedAt, action.ExpiresAt, append.Conversation.UpdatedAt,
    });

    private static JsonObject Row(AuditEntry entry) => Object(new
    {
        entry.StoreId, entry.ConversationId, Number = entry.N, entry.At, Event = WireNames<AuditEvent>.Of(entry.Event), Actor = WireNames<AuditActor>.Of(entry.Actor), entry.ActorName, entry.ActionId, ActionKind = entry.ActionKind?.ToWire(),
        entry.Why, entry.Rule, Before = entry.BeforeJson, After = entry.AfterJson, entry.PreviousHash, entry.Hash,
    });

    private static JsonObject Object<T>(T row) => JsonSerializer.SerializeToNode(row, Json)!.AsObject();
}
