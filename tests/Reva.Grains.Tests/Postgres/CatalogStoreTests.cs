using Reva.Core.Knowledge;
using Reva.Grains.Catalog;
using Reva.Grains.Tests.Searching;
using Reva.Postgres.Search;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class CatalogStoreTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly CatalogStore _catalog = new(postgres.DataSource);
    private readonly string _store = LogSample.NewId();

    [Fact]
    public async Task A_product_comes_back_as_it_was_stored_with_its_vector()
    {
        var product = Shop.Sells("Moss Coat", "Coats", variants: [Shop.In("Moss", "M", 80, was: 100), Shop.In("Sand", "L", 90, available: false)]) with { Rating = 4.5, UnitsSold = 12, Tags = ["rain", "a\0b"] };
        await StoreAsync(product, "h1", [0.6f, 0.8f]);

        var row = Assert.Single(await _catalog.ProductsAsync(_store, CancellationToken.None));
        Assert.Equal([0.6f, 0.8f], row.Vector!);
        Assert.Equal(["rain", "ab"], row.Product.Tags.AsEnumerable());
        Assert.Equal(product.Variants.Select(v => (v.Id, v.Price, v.CompareAtPrice, v.Available, v.Color, v.Size)), row.Product.Variants.Select(v => (v.Id, v.Price, v.CompareAtPrice, v.Available, v.Color, v.Size)));
        Assert.Equal((product.Rating, product.UnitsSold, product.PublishedAt), (row.Product.Rating, row.Product.UnitsSold, row.Product.PublishedAt));
    }

    [Fact]
    public async Task A_product_without_a_new_vector_keeps_the_one_it_has()
    {
        var product = Shop.Sells("Coat");
        await StoreAsync(product, "h1", [1f, 0f]);
        await StoreAsync(product with { Title = "Coats" }, "h2", null);

        var row = Assert.Single(await _catalog.ProductsAsync(_store, CancellationToken.None));
        Assert.Equal(("Coats", "h1"), (row.Product.Title, row.TextHash));
        Assert.Equal([1f, 0f], row.Vector!);
        Assert.Equal("h1", (await _catalog.ProductTextHashesAsync(_store, "model", CancellationToken.None))[product.Id]);
        Assert.Empty(await _catalog.ProductTextHashesAsync(_store, "another model", CancellationToken.None));
    }

    [Fact]
    public async Task The_version_grows_with_every_change_and_only_then()
    {
        var product = Shop.Sells("Coat");
        Assert.Equal(0, await VersionAsync());
        await StoreAsync(product, "h1", [1f, 0f]);
        Assert.Equal(1, await VersionAsync());
        await StoreAsync(product, "h1", null);
        Assert.Equal(1, await VersionAsync());
        await StoreAsync(product with { Title = "Cloak" }, "h1", null);
        Assert.Equal(2, await VersionAsync());
        Assert.Equal(0, await _catalog.RemoveProductsNotSeenSinceAsync(_store, Shop.Today, CancellationToken.None));
        Assert.Equal(2, await VersionAsync());
        Assert.Equal(1, await _catalog.RemoveProductsNotSeenSinceAsync(_store, Shop.Today.AddSeconds(1), CancellationToken.None));
        Assert.Equal(3, await VersionAsync());
    }

    [Fact]
    public async Task Passages_follow_the_same_rules()
    {
        var passage = new Passage("page#1", "page", "Shipping", "Times", "Two to four days.", "https://shop.example/pages/shipping", "page");
        await _catalog.UpsertPassagesAsync(_store, [new(passage, "h1", "model", [0f, 1f], Shop.Today)], CancellationToken.None);
        await _catalog.UpsertPassagesAsync(_store, [new(passage, "h1", "model", null, Shop.Today)], CancellationToken.None);

        var row = Assert.Single(await _catalog.PassagesAsync(_store, CancellationToken.None));
        Assert.Equal(passage, row.Passage);
        Assert.Equal([0f, 1f], row.Vector!);
        Assert.Equal(1, await VersionAsync());
        Assert.Single(await _catalog.PassageTextHashesAsync(_store, "model", CancellationToken.None));
        Assert.Equal(1, await _catalog.RemovePassagesNotSeenSinceAsync(_store, Shop.Today.AddSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task Another_store_sees_and_removes_nothing()
    {
        await StoreAsync(Shop.Sells("Coat"), "h1", [1f, 0f]);

        Assert.Empty(await _catalog.ProductsAsync("south", CancellationToken.None));
        Assert.Empty(await _catalog.ProductTextHashesAsync("south", "model", CancellationToken.None));
        Assert.Equal(0, await _catalog.RemoveProductsNotSeenSinceAsync("south", Shop.Today.AddYears(1), CancellationToken.None));
        Assert.Equal(0, await _catalog.CatalogVersionAsync("south", CancellationToken.None));
        Assert.Single(await _catalog.ProductsAsync(_store, CancellationToken.None));
    }

    private Task StoreAsync(Reva.Core.Catalog.Product product, string hash, float[]? vector) =>
        _catalog.UpsertProductsAsync(_store, [new ProductRow(product, hash, "model", vector, Shop.Today)], CancellationToken.None);

    private Task<long> VersionAsync() => _catalog.CatalogVersionAsync(_store, CancellationToken.None);
}
