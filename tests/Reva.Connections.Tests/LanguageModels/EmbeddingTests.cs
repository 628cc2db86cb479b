using System.Numerics.Tensors;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;

namespace Reva.Connections.Tests.LanguageModels;

public sealed class EmbeddingTests : IAsyncLifetime
{
    private ModelSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await ModelSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Texts_come_back_as_unit_vectors_in_their_order_however_many_they_are()
    {
        await using var reva = new Connected(Settings(_sandbox.Address("openai")));
        var embedder = reva.Get<IEmbedder>();
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => $"jacket number {i}"), ""];

        var vectors = await embedder.EmbedAsync(texts, default);

        Assert.Equal(("text-embedding-3-small", 256, 201), (embedder.Model, embedder.Dimensions, vectors.Length));
        Assert.All(vectors.SkipLast(1), v => Assert.Equal(1, TensorPrimitives.Norm<float>(v), 3));
        Assert.Equal((await embedder.EmbedAsync([texts[150]], default))[0], vectors[150]);
    }

    [Fact]
    public async Task A_provider_of_the_same_model_stands_in_for_one_that_is_gone()
    {
        var settings = Settings("http://127.0.0.1:1");
        settings["Models:Embed:1"] = "second";
        foreach (var (key, value) in new[] { ("Kind", "openai"), ("BaseUrl", _sandbox.Address("openai")), ("EmbeddingModel", "text-embedding-3-small"), ("EmbeddingDimensions", "256") })
            settings[$"Models:Providers:second:{key}"] = value;
        await using var reva = new Connected(settings);

        Assert.Single(await reva.Get<IEmbedder>().EmbedAsync(["rain"], default));
    }

    [Fact]
    public async Task Without_any_provider_the_caller_is_told()
    {
        await using var reva = new Connected(Settings("http://127.0.0.1:1"));

        await Assert.ThrowsAsync<ModelUnavailableException>(async () => await reva.Get<IEmbedder>().EmbedAsync(["rain"], default));
    }

    private static Dictionary<string, string?> Settings(string address) => new(StringComparer.Ordinal)
    {
        ["Models:Providers:first:Kind"] = "openai",
        ["Models:Providers:first:BaseUrl"] = address,
        ["Models:Providers:first:EmbeddingModel"] = "text-embedding-3-small",
        ["Models:Providers:first:EmbeddingDimensions"] = "256",
        ["Models:Embed:0"] = "first",
    };
}
