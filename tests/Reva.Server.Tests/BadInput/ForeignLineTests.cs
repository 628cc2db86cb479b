using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.BadInput;

[Collection(RevaCollection.Name)]
public sealed class ForeignLineTests(ServerFixture reva)
{
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
}
