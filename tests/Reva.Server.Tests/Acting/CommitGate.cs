using Npgsql;

namespace Reva.Server.Tests.Acting;

/// <summary>
/// Holds back chosen commits inside PostgreSQL: those that store an action in a status, or the end of a turn. Whoever is killed while it waits
/// has not committed. Not thread safe.
/// </summary>
internal sealed class CommitGate : IAsyncDisposable
{
    /// <summary>Commits that end a turn.</summary>
    public const string TurnEnds = "turn";

    private static readonly string[] Statuses = ["confirmed", "running", "done"];
    private readonly string _connectionString;
    private readonly NpgsqlConnection _holder;
    private int _held;

    private CommitGate(string connectionString) =>
        (_connectionString, _holder) = (connectionString, new NpgsqlConnection(connectionString + ";Pooling=false;Application Name=gate"));

    public static async Task<CommitGate> BeforeAsync(string connectionString)
    {
        var gate = new CommitGate(connectionString);
        await gate._holder.OpenAsync();
        await gate.RunAsync("""
            create function wait_at_gate() returns trigger language plpgsql as $$
            begin perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return new; end $$
            """);
        foreach (var (place, status) in Statuses.Index())
            await gate.RunAsync($"create trigger gate_{status} before insert on actions for each row when (new.status = '{status}') execute function wait_at_gate('{place + 1}')");
        await gate.RunAsync($"create trigger gate_turn before insert on turns for each row execute function wait_at_gate('{Statuses.Length + 1}')");
        return gate;
    }

    /// <summary>From now on commits of this sort wait.</summary>
    public async Task CloseAsync(string sort)
    {
        _held = sort == TurnEnds ? Statuses.Length + 1 : Array.IndexOf(Statuses, sort) + 1;
        await RunAsync($"select pg_advisory_lock({_held})");
    }

    /// <summary>Whether one waits.</summary>
    public async Task<bool> IsMetAsync() => (long)(await RunAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted and classid = 0 and objid <= 4 and database = (select oid from pg_database where datname = current_database())"))! > 0;

    /// <summary>Opens again; what still waits for a process that is gone is dropped and never commits.</summary>
    public async Task OpenAsync()
    {
        await RunAsync("select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory' and not granted and classid = 0 and objid <= 4 and database = (select oid from pg_database where datname = current_database())");
        await RunAsync($"select pg_advisory_unlock({_held})");
    }

    public async ValueTask DisposeAsync() => await _holder.DisposeAsync();

    /// <summary>How many actions stand in a status.</summary>
    public async Task<long> CountAsync(string status, IReadOnlyList<string> actionIds)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from actions where status = $1 and action_id = any($2)", connection) { Parameters = { new() { Value = status }, new() { Value = actionIds.ToArray() } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<object?> RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _holder);
        return await command.ExecuteScalarAsync();
    }
}
