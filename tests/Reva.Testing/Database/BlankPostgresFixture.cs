using Npgsql;
using Xunit;

namespace Reva.Testing.Database;

/// <summary>Class fixture: an empty database, before any migration.</summary>
public sealed class BlankPostgresFixture : IAsyncLifetime
{
    private TestDatabase? _database;

    public string ConnectionString => Database.ConnectionString;

    public NpgsqlDataSource DataSource => Database.DataSource;

    private TestDatabase Database => _database ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync() => _database = await TestDatabase.Create(DatabaseTemplate.Blank);

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
