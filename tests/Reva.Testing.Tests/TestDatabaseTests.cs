using Npgsql;
using Reva.Testing.Database;

namespace Reva.Testing.Tests;

public sealed class TestDatabaseTests
{
    private static readonly DatabaseTemplate WithOneNote = new("note", async source =>
    {
        await using var command = source.CreateCommand("create extension vector; create table note (text text); insert into note values ('kept')");
        await command.ExecuteNonQueryAsync();
    });

    [Fact]
    public async Task Each_test_writes_into_a_database_of_its_own()
    {
        await using var mine = await TestDatabase.Create(WithOneNote);
        await using var yours = await TestDatabase.Create(WithOneNote);

        await Run(mine, "insert into note values ('mine')");

        Assert.Equal(2L, await Run(mine, "select count(*) from note"));
        Assert.Equal(1L, await Run(yours, "select count(*) from note"));
    }

    [Fact]
    public async Task Vectors_can_be_compared_in_the_tests_database()
    {
        await using var database = await TestDatabase.Create(WithOneNote);

        Assert.Equal(5d, await Run(database, "select '[0,0]'::vector <-> '[3,4]'::vector"));
    }

    [Fact]
    public async Task A_database_is_gone_after_its_test_even_when_somebody_is_still_connected()
    {
        var database = await TestDatabase.Create(DatabaseTemplate.Blank);
        await using var forgotten = new NpgsqlConnection(database.ConnectionString);
        await forgotten.OpenAsync();

        await database.DisposeAsync();

        await using var other = await TestDatabase.Create(DatabaseTemplate.Blank);
        Assert.Equal(0L, await Run(other, $"select count(*) from pg_database where datname = '{database.Name}'"));
    }

    [Fact]
    public async Task A_run_leaves_the_databases_of_living_runs_alone_and_drops_those_of_dead_ones()
    {
        await using var living = await TestDatabase.Create(DatabaseTemplate.Blank);
        await Run(living, "create database reva_test_0000dead_1_blank");

        await PostgresRun.Begin();

        Assert.Equal(0L, await Run(living, "select count(*) from pg_database where datname = 'reva_test_0000dead_1_blank'"));
        Assert.Equal(1L, await Run(living, "select count(*) from pg_database where datname = current_database()"));
    }

    private static async Task<object?> Run(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
