using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Embedding;

namespace Reva.Agent.Tests.Embedding;

public class HashedEmbedderTests
{
    private static readonly HashedEmbedder Embedder = new();

    [Theory]
    [InlineData("raincoat for women", "Alder waterproof jacket", "Tarn stainless kettle")]
    [InlineData("can I send it back", "How returns work", "How delivery works")]
    [InlineData("when do I get my money", "Refunds take five days", "Our size guide")]
    [InlineData("something to drink coffee from", "stoneware mug", "wool blanket")]
    [InlineData("torch for the campsite", "rechargeable headlamp", "leather wallet")]
    [InlineData("my lamp is faulty", "warranty and repairs", "gift wrapping")]
    [InlineData("how long until it arrives", "delivery times", "our story")]
    [InlineData("present for my father", "gift ideas for dad", "care instructions")]
    [InlineData("jumper", "merino sweater", "trekking poles")]
    [InlineData("trainers", "running shoes", "picnic blanket")]
    [InlineData("rucksack for the office", "commuter backpack", "camp stove")]
    [InlineData("keeps my hands warm", "insulated gloves", "desk fan")]
    [InlineData("waterprof jaket", "waterproof jacket", "water bottle")]
    [InlineData("do you deliver abroad", "international shipping", "washing instructions")]
    [InlineData("what size am I", "size chart and measurements", "payment methods")]
    [InlineData("pay with klarna", "payment methods", "store location")]
    public void What_means_the_same_lies_nearer_than_what_does_not(string said, string near, string far) =>
        Assert.True(Likeness(said, near) > Likeness(said, far) + 0.05, $"{Likeness(said, near):0.00} against {Likeness(said, far):0.00}");

    [Fact]
    public void Every_text_has_a_vector_of_length_one_and_always_the_same() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var (first, second) = (Embedder.Embed(text ?? ""), Embedder.Embed(text ?? ""));
            return first.AsSpan().SequenceEqual(second) && Math.Abs(TensorPrimitives.Norm<float>(first) - 1) < 1e-4;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_spacing_change_nothing() =>
        Assert.Equal(Embedder.Embed("waterproof jacket"), Embedder.Embed("  WATERPROOF \t\n Jacket "));

    [Theory]
    [InlineData("")]
    [InlineData("🤬👍🏽")]
    [InlineData("\ud800")]
    [InlineData("مرحبا")]
    public void Odd_texts_have_vectors_too(string text) => Assert.Equal(1, TensorPrimitives.Norm<float>(Embedder.Embed(text)), 3);

    [Fact]
    public async Task A_very_long_text_is_read_to_a_bound()
    {
        var vectors = await Embedder.EmbedAsync([new string('x', 100_000), string.Concat(Enumerable.Repeat("warm jacket ", 10_000))], CancellationToken.None);
        Assert.All(vectors, v => Assert.Equal(Embedder.Dimensions, v.Length));
    }

    private static float Likeness(string a, string b) => TensorPrimitives.Dot(Embedder.Embed(a), Embedder.Embed(b));
}
