using System.Reflection;
using Npgsql;

namespace Reva.Postgres.Migrations;

/// <summary>Brings a database to the form this version works with.</summary>
public static class DatabaseMigrations
{
    // Any number will do, as long as every Reva process takes the same one.
    private const long LockKey = 0x52657661;

    private const string Folder = ".Migrations.";

    /// <summary>
    /// Applies the migrations that are missing, in order and all or none. Processes that start together wait for one another.
    /// Throws what the driver throws; the database is then as it was.
    /// </summary>
    public static async Task ApplyAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(connection, $"select pg_advisory_xact_lock({LockKey})", cancellationToken);
        await RunAsync(connection, "create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())", cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        foreach (var (name, sql) in All().Where(m => !applied.Contains(m.Name)))
        {
            await RunAsync(connection, sql, cancellationToken);
            await RunAsync(connection, $"insert into schema_migrations (name) values ('{name}')", cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<(string Name, string Sql)> All()
    {
        var assembly = typeof(DatabaseMigrations).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => (n[(n.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".sql".Length], Read(assembly, n)));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select name from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // An index over a large table may take longer than a query is given.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
