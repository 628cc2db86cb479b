using System.Globalization;
using Npgsql;
using Orleans;
using Orleans.Runtime;

namespace Reva.Postgres.GrainStorage;

/// <summary>Reminders that outlive their process, on either engine. Thread safe.</summary>
public sealed class PostgresReminderTable(NpgsqlDataSource database) : IReminderTable
{
    private const string Columns = "grain_id, reminder_name, start_at, period, version";

    /// <inheritdoc/>
    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new(await Rows.QueryAsync(
        database, $"select {Columns} from reminders where store_id = $1 and grain_id = $2", Entry, [GrainRows.StoreOf(grainId), grainId.ToString()], CancellationToken.None));

    /// <inheritdoc/>
    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        // Of all stores: a silo keeps the clock for every grain in its range.
        var range = begin == end ? "true" : begin < end ? "grain_hash > $1 and grain_hash <= $2" : "grain_hash > $1 or grain_hash <= $2";
        object?[] values = begin == end ? [] : [(long)begin, (long)end];
        return new(await Rows.QueryAsync(database, $"select {Columns} from reminders where {range}", Entry, values, CancellationToken.None));
    }

    /// <inheritdoc/>
    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) => (await Rows.QueryAsync(
        database, $"select {Columns} from reminders where store_id = $1 and grain_id = $2 and reminder_name = $3", Entry,
        [GrainRows.StoreOf(grainId), grainId.ToString(), reminderName], CancellationToken.None)).SingleOrDefault();

    /// <inheritdoc/>
    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var written = await Rows.QueryAsync(
            database,
            """
            insert into reminders (store_id, grain_id, reminder_name, grain_hash, start_at, period, version) values ($1, $2, $3, $4, $5, $6, 1)
            on conflict (store_id, grain_id, reminder_name) do update
                set grain_hash = excluded.grain_hash, start_at = excluded.start_at, period = excluded.period, version = reminders.version + 1
            returning version
            """,
            row => row.GetInt64(0),
            [GrainRows.StoreOf(entry.GrainId), entry.GrainId.ToString(), entry.ReminderName, (long)entry.GrainId.GetUniformHashCode(), DateTime.SpecifyKind(entry.StartAt, DateTimeKind.Utc), entry.Period],
            CancellationToken.None);
        return written[0].ToString(CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => await Rows.ExecuteAsync(
        database, "delete from reminders where store_id = $1 and grain_id = $2 and reminder_name = $3 and version = $4",
        [GrainRows.StoreOf(grainId), grainId.ToString(), reminderName, long.Parse(eTag, CultureInfo.InvariantCulture)], CancellationToken.None) > 0;

    /// <inheritdoc/>
    public Task TestOnlyClearTable() => Rows.ExecuteAsync(database, "delete from reminders", [], CancellationToken.None);

    private static ReminderEntry Entry(NpgsqlDataReader row) => new()
    {
        GrainId = GrainId.Parse(row.GetString(0)), ReminderName = row.GetString(1), StartAt = row.GetDateTime(2).ToUniversalTime(),
        Period = row.GetTimeSpan(3), ETag = row.GetInt64(4).ToString(CultureInfo.InvariantCulture),
    };
}
