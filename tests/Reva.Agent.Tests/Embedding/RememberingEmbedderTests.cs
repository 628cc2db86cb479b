using Reva.Agent.Embedding;
using Reva.Agent.Ports;

namespace Reva.Agent.Tests.Embedding;

public sealed class RememberingEmbedderTests
{
    private readonly CountingEmbedder _inner = new();

    [Fact]
    public async Task A_text_that_comes_again_is_embedded_once_and_the_order_of_texts_is_kept()
    {
        var embedder = new RememberingEmbedder(_inner);
        var first = await embedder.EmbedAsync(["wool", "down"], CancellationToken.None);
        var second = await embedder.EmbedAsync(["down", "silk", "wool"], CancellationToken.None);
        Assert.Equal(["wool", "down", "silk"], _inner.Asked);
        Assert.Equal([first[1], new HashedEmbedder().Embed("silk"), first[0]], second);
    }

    [Fact]
    public async Task More_texts_than_it_keeps_are_embedded_all_the_same()
    {
        var embedder = new RememberingEmbedder(_inner);
        var texts = Enumerable.Range(0, RememberingEmbedder.Most + 10).Select(n => $"text {n}").ToList();
        foreach (var half in texts.Chunk(RememberingEmbedder.Most / 2))
            Assert.Equal(half.Select(new HashedEmbedder().Embed), await embedder.EmbedAsync(half, CancellationToken.None));
    }

    private sealed class CountingEmbedder : IEmbedder
    {
        private readonly HashedEmbedder _embedder = new();

        public List<string> Asked { get; } = [];

        public string Model => _embedder.Model;

        public int Dimensions => _embedder.Dimensions;

        public ValueTask<float[][]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
        {
            Asked.AddRange(texts);
            return _embedder.EmbedAsync(texts, cancellationToken);
        }
    }
}
