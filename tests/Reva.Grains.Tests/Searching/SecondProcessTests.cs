using Microsoft.Extensions.Logging.Abstractions;
using Reva.Agent.Embedding;
using Reva.Agent.Ports;
using Reva.Core.Catalog;
using Reva.Core.Knowledge;
using Reva.Grains.Catalog;
using Reva.Grains.Knowledge;
using Reva.Grains.Tests.Postgres;
using Reva.Postgres.Search;
using Reva.Testing.Database;
using Reva.Testing.Time;

namespace Reva.Grains.Tests.Searching;

/// <summary>A store is synced by one process and searched by all: what the others have in memory follows the database.</summary>
public sealed class SecondProcessTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly HashedEmbedder Embedder = new();
    private readonly CatalogStore _rows = new(postgres.DataSource);
    private readonly TurnableClock _clock = new(Shop.Today);
    private readonly string _store = LogSample.NewId();

    [Fact]
    public async Task A_process_that_did_not_sync_has_the_shop_at_its_first_question_and_what_changed_over_night_at_its_next()
    {
        var (synced, other) = (Catalog(), Catalog());
        await SellAsync("Moss Coat");
        Assert.NotNull(await FindAsync(synced, "moss-coat"));
        Assert.NotNull(await FindAsync(other, "moss-coat"));

        await SellAsync("Sand Cloak");
        await _rows.RemoveProductsAsync(_store, ["p/moss-coat"], CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(8));

        Assert.NotNull(await FindAsync(other, "sand-cloak"));
        Assert.Null(await FindAsync(other, "moss-coat"));
        Assert.NotNull(await FindAsync(synced, "sand-cloak"));
    }

    [Fact]
    public async Task A_process_that_started_before_the_first_sync_gets_the_shop_while_it_is_asked()
    {
        var other = Catalog();
        Assert.Null(await FindAsync(other, "moss-coat"));
        await SellAsync("Moss Coat");

        await Eventually.Is("the product is found", async () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return await FindAsync(other, "moss-coat") is not null;
        });
    }

    [Fact]
    public async Task Pages_follow_in_the_same_way()
    {
        var other = new KnowledgeIndex(_rows, Embedder, _clock, NullLogger<KnowledgeIndex>.Instance);
        await WriteAsync("Returns are taken within thirty days.");
        Assert.Contains("thirty", await AnswerAsync(other), StringComparison.Ordinal);

        await WriteAsync("Returns are taken within ninety days.");
        _clock.Advance(TimeSpan.FromHours(8));

        Assert.Contains("ninety", await AnswerAsync(other), StringComparison.Ordinal);
    }

    private CatalogIndex Catalog() => new(_rows, Embedder, _clock, NullLogger<CatalogIndex>.Instance);

    private ValueTask<Product?> FindAsync(CatalogIndex index, string handle) => index.FindByHandleAsync(_store, handle, CancellationToken.None);

    private Task SellAsync(string title) => _rows.UpsertProductsAsync(
        _store, [new ProductRow(Shop.Sells(title), title, Embedder.Model, Embedder.Embed(title), Shop.Today)], CancellationToken.None);

    private Task WriteAsync(string words) => _rows.UpsertPassagesAsync(
        _store, [new PassageRow(new Passage("returns#1", "returns", "Returns", "Returns", words, "https://shop.example/returns", "page"), words, Embedder.Model, Embedder.Embed(words), Shop.Today)], CancellationToken.None);

    private async Task<string> AnswerAsync(KnowledgeIndex index) =>
        Assert.Single(await index.SearchAsync(_store, "within how many days are returns taken?", 1, CancellationToken.None)).Passage.Text;
}
