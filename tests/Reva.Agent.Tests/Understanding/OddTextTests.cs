using FsCheck;
using FsCheck.Fluent;

namespace Reva.Agent.Tests.Understanding;

public class OddTextTests
{
    [Fact]
    public void No_text_whatever_breaks_understanding() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsSound(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u0000\u0001\u0007\u001b[31m")]
    [InlineData("مرحبا، أين طلبي؟")]
    [InlineData("🤬🤬😊👍🏽👨‍👩‍👧")]
    [InlineData("\ud800 lone \udfff")]
    [InlineData("####$$$$€€€@@@@....----''''")]
    public void Odd_messages_have_a_meaning(string text) => Assert.True(IsSound(text));

    [Theory]
    [InlineData("a")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("not more than ")]
    [InlineData("dot at ")]
    public void Long_messages_are_read_to_a_bound(string part) => Assert.True(IsSound(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))));

    private static bool IsSound(string text) =>
        Reading.Read(text, Reading.Shown) is { Sentiment: >= 1 and <= 5, Confidence: >= 0 and <= 1, Language.Length: 2 };
}
