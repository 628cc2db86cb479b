using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Hub;

[Collection(RevaCollection.Name)]
public sealed class BadInputTests(ServerFixture reva)
{
    [Theory]
    [InlineData("", "message_empty")]
    [InlineData(" \n\t ", "message_empty")]
    [InlineData("\u0000\u0001\u200e\u0007", "message_empty")]
    public async Task A_message_without_words_is_refused_and_nothing_is_lost(string text, string code)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var seq = await shopper.SayAsync("hello");
        await shopper.UntilAnsweredAsync(seq);
        Assert.Equal(code, (await Assert.ThrowsAsync<HubFailure>(() => shopper.SayAsync(text.Replace("\u200e", "", StringComparison.Ordinal)))).Code);
        Assert.NotEmpty(await shopper.AskAsync("thanks"));
    }

    [Fact]
    public async Task A_message_of_100000_characters_is_refused_with_what_to_do()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var failure = await Assert.ThrowsAsync<HubFailure>(() => shopper.SayAsync(new string('ä', 100_000)));
        Assert.Equal("message_too_long", failure.Code);
        Assert.Contains("4000", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await shopper.AskAsync("hi"));
    }

    [Theory]
    [InlineData("🎉🎉🎉")]
    [InlineData("<script>alert(1)</script> where is my order")]
    [InlineData("שלום, איפה ההזמנה שלי?")]
    [InlineData("a\ud800b hello")]
    [InlineData("'; drop table messages; --")]
    public async Task Odd_words_are_answered(string text)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        Assert.NotEmpty(await shopper.AskAsync(text));
    }

    [Fact]
    public async Task A_forged_or_foreign_token_opens_nothing()
    {
        await using var owner = await Shopper.ArriveAsync(reva.Server.Url);
        await owner.AskAsync("hello");
        var forged = owner.Token[..^4] + "AAAA";
        Assert.Equal("invalid_token", (await Assert.ThrowsAsync<HubFailure>(() => Shopper.ArriveAsync(reva.Server.Url, forged))).Code);

        await using var stranger = await Shopper.ArriveAsync(reva.Server.Url);
        var seen = await stranger.Line.StreamAsync("Subscribe", owner.ConversationId, 0L);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<HubFailure>(async () => await seen.Completion)).Code);
        var said = await Assert.ThrowsAsync<HubFailure>(() => stranger.Line.CallAsync("Send", new { conversationId = owner.ConversationId, clientMessageId = "x", text = "hi" }));
        Assert.Equal("not_found", said.Code);
    }

    [Fact]
    public async Task An_unknown_store_and_a_call_before_the_start_say_so()
    {
        Assert.Equal("unknown_store", (await Assert.ThrowsAsync<HubFailure>(() => Shopper.ArriveAsync(reva.Server.Url, storeId: "nobody"))).Code);
        await using var line = await HubLine.OpenAsync(reva.Server.Url);
        Assert.Equal("not_started", (await Assert.ThrowsAsync<HubFailure>(() => line.CallAsync("Send", new { conversationId = "x", text = "hi" }))).Code);
    }

    [Fact]
    public async Task An_oversize_frame_closes_that_line_only()
    {
        await using var other = await Shopper.ArriveAsync(reva.Server.Url);
        await using var loud = await Shopper.ArriveAsync(reva.Server.Url);
        await loud.Line.SendRawAsync(new string('x', 3 << 20));
        await loud.Line.ClosedAsync();
        Assert.NotEmpty(await other.AskAsync("hello"));
    }

    [Fact]
    public async Task A_rating_outside_one_to_five_is_refused()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        Assert.Equal("invalid_argument", (await Assert.ThrowsAsync<HubFailure>(() => shopper.Line.CallAsync("Rate", new { conversationId = shopper.ConversationId, score = 9 }))).Code);
        Assert.True((long)(await shopper.Line.CallAsync("Rate", new { conversationId = shopper.ConversationId, score = 5 }))!["seq"]! > 0);
    }
}
