using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Reva.Grains.Stores;
using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Sync;

/// <summary>kill -9 in the middle of a sync: it goes on where it was.</summary>
public sealed class KilledSyncTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task A_sync_cut_off_by_a_kill_goes_on_where_it_was_and_reads_nothing_twice_but_the_page_under_way()
    {
        var settings = new ServerSettings
        {
            Database = postgres.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken,
            // Ready at once, so that the kill can come before the first sync is through; small pages, so that there is a middle.
            More = new Dictionary<string, string>(StringComparer.Ordinal) { ["Demo:StorefrontUrl"] = "", ["Shopify:ProductsPerPage"] = "20" },
        };
        await sandbox.Http.PostAsJsonAsync("/_control/faults", new { service = "shopify", kind = "slow", delay = 0.3 });
        await using var server = await ServerProcess.Start(settings);
        await Eventually.Is("some pages are stored", async () => await StoredAsync("products") >= 60);
        server.Kill();
        var before = await StoredAsync("products");
        Assert.Equal(1, await StoredAsync("phase"));
        var beforeRows = await RowsAsync();

        await sandbox.Http.DeleteAsync("/_control/faults");
        await server.Start();
        await Eventually.Is("the sync is through", async () => await StoredAsync("phase") == 3);

        var cursors = await CursorsAsync();
        Assert.Single(cursors, cursor => cursor is null);
        // The page that was under way at the kill may be asked for twice, no other.
        Assert.InRange(cursors.Count - cursors.Distinct(StringComparer.Ordinal).Count(), 0, 1);
        Assert.True(beforeRows >= before && before >= 60, $"{before} counted, {beforeRows} stored");
        Assert.Equal(await RowsAsync(), await StoredAsync("products"));
        Assert.Equal(0, await StoredAsync("removed"));
    }

    [Fact]
    public async Task A_database_that_goes_away_in_the_middle_holds_a_sync_up_and_does_not_end_it()
    {
        await using var gate = DatabaseGate.Before(postgres.ConnectionString);
        var settings = new ServerSettings { Database = gate.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken };
        await using var server = await ServerInside.StartAsync(settings);
        var store = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IStoreGrain>(StoreKey.Of("demo"));
        await Eventually.Is("no sync runs", async () => (await store.Progress()).Phase == SyncPhase.Done);

        gate.Close();
        await store.StartSync(full: true);
        await Eventually.Is("the sync tells what holds it up", async () => (await store.Progress()).Error is { Length: > 0 });
        gate.Open();
        await Eventually.Is("the sync is through", async () => (await store.Progress()) is { Phase: SyncPhase.Done, Full: true, Error: null });
    }

    private async Task<long> StoredAsync(string field) =>
        await ScalarAsync($"select coalesce((select (document->'sync'->>'{field}')::bigint from grain_documents where store_id = 'demo' and state_name = 'store'), 0)");

    private Task<long> RowsAsync() => ScalarAsync("select count(*) from products where store_id = 'demo'");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var command = postgres.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<string?>> CursorsAsync()
    {
        var log = JsonNode.Parse(await sandbox.Http.GetStringAsync("/_control/requests?service=shopify&contains=products(&most=1000"))!;
        return [.. log["requests"]!.AsArray().Select(r => (string?)JsonNode.Parse((string)r!["body"]!)!["variables"]!["after"])];
    }
}
