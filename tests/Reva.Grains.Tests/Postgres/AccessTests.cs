using Reva.Agent.Ports;
using Reva.Postgres.Access;
using Reva.Postgres.LanguageModels;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class AccessTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_key_opens_its_own_store_until_it_is_revoked()
    {
        var keys = new ApiKeys(postgres.DataSource);
        var key = ApiKeys.Generate();
        await keys.AddAsync(key, new("north", "till", ["read"]), CancellationToken.None);

        var holder = await keys.FindAsync(key, CancellationToken.None);
        Assert.Equal(("north", "till"), (holder!.StoreId, holder.Name));
        Assert.Equal(["read"], holder.Scopes.AsEnumerable());
        Assert.Null(await keys.FindAsync(key + "x", CancellationToken.None));
        Assert.False(await keys.RevokeAsync("south", key, CancellationToken.None));
        Assert.NotNull(await keys.FindAsync(key, CancellationToken.None));
        Assert.True(await keys.RevokeAsync("north", key, CancellationToken.None));
        Assert.Null(await keys.FindAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_who_reads_the_table_learns_a_key()
    {
        var key = ApiKeys.Generate();
        await new ApiKeys(postgres.DataSource).AddAsync(key, new("north", "till", []), CancellationToken.None);
        await using var command = postgres.DataSource.CreateCommand("select count(*) from api_keys k where k::text like '%' || $1 || '%'");
        command.Parameters.AddWithValue(key);

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Processes_that_make_a_setting_together_all_get_the_same_value()
    {
        var made = 0;
        var values = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            new InstallationSettings(postgres.DataSource).GetOrAddAsync("signing-key", () => $"value {Interlocked.Increment(ref made)}", CancellationToken.None)));

        Assert.Single(values.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_ledger_adds_up_by_store_and_month()
    {
        var ledger = new ModelLedger(postgres.DataSource);
        var june = new DateOnly(2026, 6, 1);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ledger.AddAsync("north", june, new(i % 2 == 0 ? "large" : "small", 5, 7, 0.25m), CancellationToken.None).AsTask()));

        Assert.Equal(2.5m, await ledger.TotalAsync("north", june, CancellationToken.None));
        Assert.Equal(0m, await ledger.TotalAsync("north", june.AddMonths(1), CancellationToken.None));
        Assert.Equal(0m, await ledger.TotalAsync("south", june, CancellationToken.None));
    }
}
