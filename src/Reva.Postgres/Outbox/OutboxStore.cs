using System.Collections.Immutable;
using Npgsql;
using Reva.Agent.Ports;
using Reva.Grains.Outbox;

namespace Reva.Postgres.Outbox;

/// <summary>The outbox in PostgreSQL. Thread safe; throws what the driver throws.</summary>
public sealed class OutboxStore(NpgsqlDataSource database) : IOutboxStore
{
    private const string Columns = "mail_key, message::text, status, attempts, due_at, error, provider_id, created_at, settled_at";

    /// <inheritdoc/>
    public Task AddAsync(OutboxMail mail, CancellationToken cancellationToken) => Rows.ExecuteAsync(
        database,
        """
        insert into outbox (store_id, mail_key, message, status, attempts, due_at, created_at) values ($1, $2, $3::jsonb, 'waiting', 0, $4, $4)
        on conflict (store_id, mail_key) do nothing
        """,
        [mail.StoreId, mail.Key, StoredJson.Write(mail.Message), mail.At.ToUniversalTime()], cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> DueAsync(string storeId, DateTimeOffset now, int take, CancellationToken cancellationToken) => Rows.QueryAsync(
        database, $"select {Columns} from outbox where store_id = $1 and status = 'waiting' and due_at <= $2 order by due_at limit $3", Row, [storeId, now.ToUniversalTime(), take], cancellationToken);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> NextDueAsync(string storeId, CancellationToken cancellationToken)
    {
        var next = await Rows.QueryAsync(
            database, "select due_at from outbox where store_id = $1 and status = 'waiting' order by due_at limit 1", row => row.GetFieldValue<DateTimeOffset>(0), [storeId], cancellationToken);
        return next.IsEmpty ? null : next[0];
    }

    /// <inheritdoc/>
    public Task SettleAsync(string storeId, string key, OutboxOutcome outcome, CancellationToken cancellationToken) => Rows.ExecuteAsync(
        database,
        """
        update outbox set status = $3, attempts = attempts + 1, due_at = $4, error = $5, provider_id = $6, settled_at = case when $3 = 'waiting' then null else $4 end
        where store_id = $1 and mail_key = $2 and status = 'waiting'
        """,
        [storeId, key, WireNames<OutboxStatus>.Of(outcome.Status), outcome.DueAt.ToUniversalTime(), StoredText.Clean(outcome.Error), outcome.ProviderId], cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<OutboxRow>> ListAsync(string storeId, OutboxStatus? status, DateTimeOffset? before, int take, CancellationToken cancellationToken) => Rows.QueryAsync(
        database,
        $"""
        select {Columns} from outbox
        where store_id = $1 and ($2::text is null or status = $2) and ($3::timestamptz is null or created_at < $3)
        order by created_at desc, mail_key limit $4
        """,
        Row, [storeId, status is { } wanted ? WireNames<OutboxStatus>.Of(wanted) : null, before?.ToUniversalTime(), take], cancellationToken);

    private static OutboxRow Row(NpgsqlDataReader row) => new(
        row.GetString(0), StoredJson.Read<MailMessage>(row.GetString(1)), WireNames<OutboxStatus>.Parse(row.GetString(2)), row.GetInt32(3), row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<DateTimeOffset>(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));
}
