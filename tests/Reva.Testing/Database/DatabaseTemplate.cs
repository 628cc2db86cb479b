using System.Collections.Concurrent;
using Npgsql;

namespace Reva.Testing.Database;

/// <summary>A database that is prepared once in a run and then copied for each test class.</summary>
/// <param name="Name">Lower-case letters; becomes part of the databases' names.</param>
/// <param name="Prepare">Fills the template; all connections it opens must come from the given source.</param>
public sealed record DatabaseTemplate(string Name, Func<NpgsqlDataSource, Task> Prepare)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Prepared = new(StringComparer.Ordinal);

    /// <summary>Nothing in it, not even pgvector: for tests of the migrations themselves.</summary>
    public static DatabaseTemplate Blank { get; } = new("blank", _ => Task.CompletedTask);

    /// <summary>The name of the prepared database; the first caller of the run prepares it, the others wait.</summary>
    internal Task<string> In(PostgresRun run) =>
        Prepared.GetOrAdd(Name, _ => new Lazy<Task<string>>(() => Build(run))).Value;

    private async Task<string> Build(PostgresRun run)
    {
        var database = await run.CreateDatabase($"template_{Name}", template: null);
        // PostgreSQL copies a database only while nobody is connected to it; disposing closes the pool.
        await using var source = NpgsqlDataSource.Create(run.ConnectionTo(database));
        await Prepare(source);
        return database;
    }
}
