using System.Collections.Immutable;
using Npgsql;
using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Policies;

namespace Reva.Postgres.Conversations;

/// <summary>The ledger of actions in PostgreSQL. Entries of one store are made one after another, under a lock that ends with the transaction.</summary>
public sealed class ActionLedger(NpgsqlDataSource database) : IActionLedger
{
    private const string PastSql = """
        select action_id, kind, order_id, customer_email, to_customer, at, grant_name from action_ledger
        where store_id = $1 and action_id <> $2 and (order_id = $3 or (customer_email = $4 and at > $5::timestamptz - interval '366 days' and (grant_name is not null or at > $5::timestamptz - interval '24 hours')))
        """;

    private const string DaySql = """
        select kind, sum(to_customer) from action_ledger where store_id = $1 and action_id <> $2 and at > $3::timestamptz - interval '24 hours' group by kind
        """;

    /// <inheritdoc/>
    public async Task<ActionHistory> HistoryAsync(string storeId, PastAction asked, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await HistoryAsync(connection, storeId, asked, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<PolicyDecision> ReserveAsync(string storeId, PastAction action, Func<ActionHistory, PolicyDecision> decide, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('action_ledger:' || $1, 0))", [storeId], cancellationToken);
        var decision = decide(await HistoryAsync(connection, storeId, action, cancellationToken));
        if (decision.Verdict != PolicyVerdict.Deny)
        {
            await ExecuteAsync(connection, """
                insert into action_ledger (store_id, action_id, kind, order_id, customer_email, to_customer, grant_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (store_id, action_id) do nothing
                """, [storeId, action.ActionId, action.Kind.ToWire(), action.OrderId, action.CustomerEmail, action.ToCustomer, action.Grant, action.At.ToUniversalTime()], cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
        return decision;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string storeId, string actionId, CancellationToken cancellationToken) =>
        Rows.ExecuteAsync(database, "delete from action_ledger where store_id = $1 and action_id = $2", [storeId, actionId], cancellationToken);

    private static async Task<ActionHistory> HistoryAsync(NpgsqlConnection connection, string storeId, PastAction asked, CancellationToken cancellationToken)
    {
        var at = asked.At.ToUniversalTime();
        var past = await QueryAsync(connection, PastSql, Past, [storeId, asked.ActionId, asked.OrderId ?? "", asked.CustomerEmail, at], cancellationToken);
        var day = await QueryAsync(connection, DaySql, row => (Kind(row, 0), row.GetDecimal(1)), [storeId, asked.ActionId, at], cancellationToken);
        return new ActionHistory { Actions = past, StoreDay = day.ToImmutableDictionary(d => d.Item1, d => d.Item2) };
    }

    private static PastAction Past(NpgsqlDataReader row) => new(
        row.GetString(0), Kind(row, 1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), row.GetDecimal(4), row.GetFieldValue<DateTimeOffset>(5),
        row.IsDBNull(6) ? null : row.GetString(6));

    private static ActionKind Kind(NpgsqlDataReader row, int column) =>
        ActionKinds.TryParse(row.GetString(column), out var kind) ? kind : throw new InvalidDataException($"'{row.GetString(column)}' is stored, but this version knows no such action.");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(Rows.Parameters(values));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<ImmutableArray<T>> QueryAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(Rows.Parameters(values));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows.ToImmutable();
    }
}
