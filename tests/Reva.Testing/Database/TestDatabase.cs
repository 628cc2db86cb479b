using Npgsql;

namespace Reva.Testing.Database;

/// <summary>A real PostgreSQL database of one test class (or one test), dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresRun _run;

    private TestDatabase(PostgresRun run, string name)
    {
        _run = run;
        Name = name;
        ConnectionString = run.ConnectionTo(name);
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>The database's name, unique on its server.</summary>
    public string Name { get; }

    /// <summary>An Npgsql connection string, for a process or host of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>A pool of connections; lives as long as the database.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Copies the template into a new database.</summary>
    public static async Task<TestDatabase> Create(DatabaseTemplate template)
    {
        var run = await PostgresRun.Current;
        return new TestDatabase(run, await run.CreateDatabase(template.Name, await template.In(run)));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await _run.DropDatabase(Name);
    }
}
