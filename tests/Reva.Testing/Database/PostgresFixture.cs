using Npgsql;
using Reva.Postgres.Migrations;
using Xunit;

namespace Reva.Testing.Database;

/// <summary>Class fixture: a database of its own with all migrations applied, and no rows.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private static readonly DatabaseTemplate Migrated = new("migrated", source => DatabaseMigrations.ApplyAsync(source));
    private TestDatabase? _database;

    public string ConnectionString => Database.ConnectionString;

    public NpgsqlDataSource DataSource => Database.DataSource;

    private TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync() => _database = await TestDatabase.Create(Migrated);

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
