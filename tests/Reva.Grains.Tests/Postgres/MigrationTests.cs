using Npgsql;
using Reva.Postgres.Migrations;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class MigrationTests(BlankPostgresFixture blank) : IClassFixture<BlankPostgresFixture>
{
    [Fact]
    public async Task Processes_that_start_together_migrate_once_and_a_later_start_changes_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DatabaseMigrations.ApplyAsync(blank.DataSource)));
        var applied = await AppliedAsync();
        await DatabaseMigrations.ApplyAsync(blank.DataSource);

        Assert.Equal("0001_grains", applied[0]);
        Assert.Equal(applied.Order(StringComparer.Ordinal), applied);
        Assert.Equal(applied, await AppliedAsync());
    }

    [Fact]
    public async Task The_key_of_every_table_begins_with_the_store()
    {
        await DatabaseMigrations.ApplyAsync(blank.DataSource);
        await using var command = blank.DataSource.CreateCommand("""
            select c.relname from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where n.nspname = 'public' and i.indisprimary and a.attname <> 'store_id'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var others = new List<string>();
        while (await reader.ReadAsync())
            others.Add(reader.GetString(0));

        Assert.Equal(["schema_migrations"], others);
    }

    private async Task<List<string>> AppliedAsync()
    {
        await using var command = blank.DataSource.CreateCommand("select name from schema_migrations order by name");
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
