using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Reva.Agent.Ports;
using Reva.Core.Catalog;
using Reva.Grains.Stores;
using Reva.Testing.Database;
using Reva.Testing.Hub;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Sync;

/// <summary>The shop changes; a sync later Reva says the same as the shop.</summary>
public sealed class StoreInStepTests(PostgresFixture postgres, SandboxFixture sandbox) : IClassFixture<PostgresFixture>, IClassFixture<SandboxFixture>, IAsyncLifetime
{
    // So that a sync has a middle.
    private static readonly Dictionary<string, string> SmallPages = new(StringComparer.Ordinal) { ["Shopify:ProductsPerPage"] = "20" };
    private ServerInside _server = null!;

    private IStoreGrain Store => _server.Services.GetRequiredService<IGrainFactory>().GetGrain<IStoreGrain>(StoreKey.Of("demo"));

    public async Task InitializeAsync()
    {
        await sandbox.Http.PostAsync("/_control/reset", null);
        await sandbox.Http.PostAsJsonAsync("/_control/limits", new { size = 2000, restoreRate = 1000 });
        _server = await ServerInside.StartAsync(new ServerSettings { Database = postgres.ConnectionString, SandboxUrl = sandbox.Url, SandboxToken = sandbox.AccessToken, More = SmallPages });
        await SyncedAsync(full: true);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_product_taken_out_of_the_shop_is_found_no_more()
    {
        Assert.NotNull(await FindAsync("alder-rain-jacket"));
        (await sandbox.Http.DeleteAsync("/_control/products/alder-rain-jacket")).EnsureSuccessStatusCode();

        var done = await SyncedAsync(full: true);

        Assert.Equal((1, 0), (done.Removed, done.Embedded));
        await Eventually.Is("the product is gone from the catalogue", async () => await FindAsync("alder-rain-jacket") is null);
        await using var shopper = await Shopper.ArriveAsync(_server.Url);
        foreach (var question in new[] { "waterproof jacket for my wife", "show me the Alder Rain Jacket" })
            await shopper.AskAsync(question);
        var cards = (await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "products").SelectMany(e => e["products"]!.AsArray()).Select(p => (string)p!["handle"]!).ToList();
        Assert.NotEmpty(cards);
        Assert.DoesNotContain("alder-rain-jacket", cards);
    }

    [Fact]
    public async Task A_product_put_back_to_a_draft_is_found_no_more()
    {
        await ChangeAsync("billy-cookset-for-two", new { status = "DRAFT" });
        Assert.Equal(1, (await SyncedAsync(full: false)).Removed);
        await Eventually.Is("the draft is gone from the catalogue", async () => await FindAsync("billy-cookset-for-two") is null);
    }

    [Fact]
    public async Task Only_what_changed_its_words_is_embedded_again_and_a_new_price_is_known_without()
    {
        await ChangeAsync("bothy-enamel-mug", new { title = "Bothy Enamel Mug of the Far North" });
        await ChangeAsync("brim-rain-hat", new { price = 17.5 });

        var some = await SyncedAsync(full: false);
        Assert.Equal((2, 1), (some.Products, some.Embedded));
        await Eventually.Is("title and price are known", async () =>
            (await FindAsync("bothy-enamel-mug"))?.Title == "Bothy Enamel Mug of the Far North" && (await FindAsync("brim-rain-hat"))?.PriceFrom.Amount == 17.5m);

        var all = await SyncedAsync(full: true);
        Assert.True(all.Products > 150, $"{all.Products} products");
        Assert.Equal((0, 0), (all.Embedded, all.Removed));
    }

    [Fact]
    public async Task A_page_that_changed_is_quoted_as_it_is_now_and_one_taken_off_no_more()
    {
        await sandbox.Http.PostAsJsonAsync("/_control/policies/refund-policy", new { body = "<h2>Returns</h2><p>You can return anything within 777 days of delivery.</p>" });
        await SyncedAsync(full: false);
        await Eventually.Is("the new policy is quoted", async () =>
        {
            await using var shopper = await Shopper.ArriveAsync(_server.Url);
            return (await shopper.AskAsync("how long do I have to return something?")).Contains("777", StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_shop_that_counts_its_points_closely_slows_a_sync_and_does_not_stop_it()
    {
        // A page of twenty products is dearer than all of the points: it is asked for in halves, and each half waits for points.
        await sandbox.Http.PostAsJsonAsync("/_control/limits", new { size = 400, restoreRate = 600 });
        var done = await SyncedAsync(full: true);
        Assert.Equal(0, done.Removed);
        Assert.True(done.Products > 150, $"{done.Products} products");
        Assert.Null(done.Error);
    }

    [Fact]
    public async Task A_shop_that_is_away_in_the_middle_is_told_of_and_waited_for()
    {
        await sandbox.Http.PostAsJsonAsync("/_control/faults", new { service = "shopify", kind = "status", status = 401 });
        await Store.StartSync(full: true);
        await Eventually.Is("the sync tells that the shop does not answer", async () => (await Store.Progress()).Error is { Length: > 0 });
        Assert.Equal(SyncPhase.Products, (await Store.Progress()).Phase);

        // Meanwhile the agent answers from what it knows.
        await using var shopper = await Shopper.ArriveAsync(_server.Url);
        var seq = await shopper.SayAsync("waterproof jacket under 150");
        Assert.Contains(await shopper.UntilAnsweredAsync(seq), e => (string)e["type"]! == "products");

        await sandbox.Http.DeleteAsync("/_control/faults");
        await Eventually.Is("the sync is through", async () => (await Store.Progress()) is { Phase: SyncPhase.Done, Error: null });
    }

    private async Task<SyncProgress> SyncedAsync(bool full)
    {
        await Eventually.Is("no sync runs", async () => (await Store.Progress()).Phase == SyncPhase.Done);
        await Store.StartSync(full);
        SyncProgress last = null!;
        await Eventually.Is("the sync is through", async () => (last = await Store.Progress()) is { Phase: SyncPhase.Done });
        Assert.Equal(full, last.Full);
        return last;
    }

    private ValueTask<Product?> FindAsync(string handle) => _server.Services.GetRequiredService<ICatalog>().FindByHandleAsync("demo", handle, CancellationToken.None);

    private async Task ChangeAsync(string handle, object change) => (await sandbox.Http.PostAsJsonAsync($"/_control/products/{handle}", change)).EnsureSuccessStatusCode();
}
