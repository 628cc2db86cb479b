using System.Collections.Immutable;
using Npgsql;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;

namespace Reva.Postgres.Lists;

/// <summary>What the agent understood and did, turn by turn. Thread safe; throws <see cref="LogUnavailableException"/> when the database is away.</summary>
public sealed class TurnTraces(NpgsqlDataSource database)
{
    private const string Columns =
        "turn_id, started_at, duration_ms, intent, confidence, sentiment, model, input_tokens, output_tokens, cost_usd, trace::text";

    /// <summary>All turns of a conversation, oldest first.</summary>
    public Task<ImmutableArray<TurnRecord>> OfConversationAsync(string storeId, string conversationId, CancellationToken cancellationToken) =>
        DatabaseFailure.GuardRead(() => Rows.QueryAsync(
            database, $"select {Columns} from turns where store_id = $1 and conversation_id = $2 order by started_at, turn_id", Turn, [storeId, conversationId], cancellationToken));

    /// <summary>One turn; null when the store's conversation has none of that id.</summary>
    public async Task<TurnRecord?> FindAsync(string storeId, string conversationId, string turnId, CancellationToken cancellationToken)
    {
        var found = await DatabaseFailure.GuardRead(() => Rows.QueryAsync(
            database, $"select {Columns} from turns where store_id = $1 and conversation_id = $2 and turn_id = $3", Turn, [storeId, conversationId, turnId], cancellationToken));
        return found.SingleOrDefault();
    }

    private static TurnRecord Turn(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), TimeSpan.FromMilliseconds(row.GetDouble(2)), WireNames<Intent>.Parse(row.GetString(3)),
        row.GetDouble(4), row.GetInt16(5), row.GetString(6), row.GetInt64(7), row.GetInt64(8), row.GetDecimal(9), row.GetString(10));
}
