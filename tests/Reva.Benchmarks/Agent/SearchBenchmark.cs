using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Reva.Agent.Embedding;
using Reva.Benchmarks.Harness;
using Reva.Core;
using Reva.Core.Catalog;
using Reva.Grains.Catalog;
using Reva.Grains.Catalog.Index;
using Reva.Postgres.Search;
using Reva.Testing.Database;

namespace Reva.Benchmarks.Agent;

/// <summary>Hybrid search with filters over 10,000 products that differ in words, prices, colours and sizes, read from PostgreSQL, and over 100,000 in memory.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private const int Products = 10_000;
    private const int ManyProducts = 100_000;
    private static readonly string[] Kinds = ["rain jacket", "wool sweater", "hiking boots", "camp kettle", "desk lamp", "running shorts", "travel mug", "duffel bag", "sleeping bag", "bike light", "linen shirt", "cast iron pan", "yoga mat", "dog leash", "phone case"];
    private static readonly string[] Looks = ["waterproof", "lightweight", "insulated", "recycled", "foldable", "handmade", "breathable", "compact", "quilted", "vintage", "soft", "rugged"];
    private static readonly string[] Colors = ["Moss", "Navy", "Rust", "Black", "Cream", "Sky", "Plum", "Ochre"];
    private static readonly string[] Sizes = ["XS", "S", "M", "L", "XL"];

    public IReadOnlyList<string> Names { get; } = ["search_10k_p95_ms", "search_100k_p95_ms"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        var store = new CatalogStore(database);
        var embedder = new HashedEmbedder();
        foreach (var some in Enumerable.Range(0, Products).Chunk(1000))
            await store.UpsertProductsAsync("bench", [.. some.Select(i => Row(i, embedder))], CancellationToken.None);
        var index = new CatalogIndex(store, embedder, TimeProvider.System, NullLogger<CatalogIndex>.Instance);

        var stored = await TimeAsync(query => index.SearchAsync("bench", query, new RankingWeights(), CancellationToken.None));
        await postgres.DisposeAsync();

        var many = new ProductIndex([.. Enumerable.Range(0, ManyProducts).Select(i => Row(i, embedder))], embedder.Model, embedder.Dimensions, DateTimeOffset.UtcNow);
        var large = await TimeAsync(query => ValueTask.FromResult(
            new ProductSearch(many, query, many.Words.Read(query.Text), embedder.Embed(query.Text), new RankingWeights()).Run()));
        return [new("search_10k_p95_ms", stored, "ms", null, "≤ 5"), new("search_100k_p95_ms", large, "ms", null, "≤ 15")];
    }

    private static async Task<double> TimeAsync(Func<ProductQuery, ValueTask<ProductSearchResult>> search)
    {
        var samples = new Samples();
        for (var i = 0; i < 1200; i++)
        {
            var query = Query(i);
            var since = Stopwatch.GetTimestamp();
            await search(query);
            if (i >= 200)
                samples.Add(since);
        }
        return samples.Percentile(95);
    }

    private static ProductQuery Query(int i) => new()
    {
        Text = $"{Looks[i % Looks.Length]} {Kinds[i * 7 % Kinds.Length]}", MaxPrice = i % 3 == 0 ? 150 : null,
        Colors = i % 4 == 0 ? ["green"] : [], Sizes = i % 5 == 0 ? ["M"] : [], OnlyAvailable = i % 2 == 0,
    };

    private static ProductRow Row(int i, HashedEmbedder embedder)
    {
        var title = $"{Looks[i % Looks.Length]} {Kinds[i * 3 % Kinds.Length]} {i}";
        var product = new Product
        {
            Id = $"gid://bench/{i}", Handle = $"p-{i}", Title = title, Url = $"https://shop.example/p-{i}", Category = Kinds[i * 3 % Kinds.Length],
            Description = $"A {Looks[(i + 3) % Looks.Length]} and {Looks[(i + 5) % Looks.Length]} {Kinds[i * 3 % Kinds.Length]} for {(i % 2 == 0 ? "women" : "men")}.",
            UnitsSold = i % 900, Rating = 3 + (i % 20 / 10.0), PublishedAt = DateTimeOffset.UnixEpoch.AddDays(18000 + (i % 900)),
            Variants = [.. Sizes.Select((size, n) => new Variant
            {
                Id = $"gid://bench/{i}/{n}", Title = $"{Colors[i % Colors.Length]} / {size}", Price = new Money(10 + (i * 13 % 400), "USD"), Available = (i + n) % 7 != 0,
                Stock = (i + n) % 7, Color = Colors[i % Colors.Length], Size = size, Options = [new("Color", Colors[i % Colors.Length]), new("Size", size)],
            })],
        };
        return new ProductRow(product, $"{i}", embedder.Model, embedder.Embed(EmbeddedText.Of(product)), DateTimeOffset.UtcNow);
    }
}
