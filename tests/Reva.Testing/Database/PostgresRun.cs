using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Reva.Testing.Database;

/// <summary>
/// One process's databases. While it lives it holds an advisory lock on its number, so that a later run can tell the
/// databases of a dead run, and drop them, from those of a run beside it.
/// </summary>
internal sealed class PostgresRun
{
    private const string Prefix = "reva_test_";
    private static readonly Lazy<Task<PostgresRun>> Only = new(Begin);

    private readonly string _server;
    private readonly string _id = RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly NpgsqlConnection _session;
    private int _made;

    private PostgresRun(string server)
    {
        _server = server;
        _session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false, KeepAlive = 30 }.ConnectionString);
    }

    public static Task<PostgresRun> Current => Only.Value;

    public string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server) { Database = database, IncludeErrorDetail = true }.ConnectionString;

    public async Task<string> CreateDatabase(string label, string? template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{_id}_{Interlocked.Increment(ref _made)}_{label}");
        await Execute(template is null ? $"create database {name} template template0" : $"create database {name} template {template}");
        return name;
    }

    public Task DropDatabase(string name) => Execute($"drop database if exists {name} with (force)");

    public static async Task<PostgresRun> Begin()
    {
        var run = new PostgresRun(await PostgresAddress.Find());
        await run._session.OpenAsync();
        await run.TryLock(run._id);
        await run.SweepDeadRuns();
        return run;
    }

    private async Task SweepDeadRuns()
    {
        var byRun = (await TestDatabaseNames()).GroupBy(name => name.Substring(Prefix.Length, _id.Length), StringComparer.Ordinal);
        foreach (var dead in byRun.Where(group => !string.Equals(group.Key, _id, StringComparison.Ordinal)))
        {
            if (await TryLock(dead.Key))
            {
                foreach (var name in dead)
                {
                    await DropDatabase(name);
                }
            }
        }
    }

    private async Task<List<string>> TestDatabaseNames()
    {
        await using var command = new NpgsqlCommand("select datname from pg_database where datname ~ '^reva_test_[0-9a-f]{8}_'", _session);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private async Task<bool> TryLock(string run)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock($1)", _session);
        command.Parameters.AddWithValue(long.Parse(run, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task Execute(string sql)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await using var command = new NpgsqlCommand(sql, _session) { CommandTimeout = 120 };
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
