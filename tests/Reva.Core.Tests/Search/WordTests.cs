using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Search;

namespace Reva.Core.Tests.Search;

public sealed class WordTests
{
    [Theory]
    [InlineData("Women's T-Shirts!", "women tshirt shirt")]
    [InlineData("  Crème brûlée, 30L ", "creme brulee 30l")]
    [InlineData("boxes dresses berries bus", "box dress berry bus")]
    [InlineData("", "")]
    public void Text_becomes_comparable_words(string text, string stems) => Assert.Equal(stems, string.Join(' ', TextWords.Stems(text)));

    [Fact]
    public void No_text_breaks_it() => Prop.ForAll<string>(text => TextWords.Stems(text ?? "").All(s => s.Length > 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Halves_of_surrogate_pairs_do_not_break_it() => Assert.Equal(["coat"], TextWords.Stems("\ud800 coat \udc00"));

    [Theory]
    [InlineData("jaket", "jacket", 1)]
    [InlineData("jakcet", "jacket", 1)]
    [InlineData("watrprof", "waterproof", 2)]
    [InlineData("coat", "coat", 0)]
    [InlineData("coat", "tent", 3)]
    public void Distance_counts_keystrokes(string one, string other, int distance) => Assert.Equal(distance, EditDistance.Within(one, other, 2));

    [Fact]
    public void Distance_is_the_same_both_ways() => Prop.ForAll<string, string>((one, other) =>
        EditDistance.Within(one ?? "", other ?? "", 2) == EditDistance.Within(other ?? "", one ?? "", 2)).QuickCheckThrowOnFailure();
}
