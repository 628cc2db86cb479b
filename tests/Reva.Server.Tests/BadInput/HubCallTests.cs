using System.Text.Json;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.BadInput;

/// <summary>Hub calls that no widget of ours makes: each gets a code, the line stays open, and nothing said before is lost.</summary>
[Collection(RevaCollection.Name)]
public sealed class HubCallTests(ServerFixture reva)
{
    private const string Own = "@own";

    // Target, arguments as JSON (@own stands for the shopper's conversation), expected code.
    public static TheoryData<string, string, string> Calls => new()
    {
        { "Send", """[{"conversationId":"@own","clientMessageId":"m","text":5}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","clientMessageId":"m","text":{"a":1}}]""", "invalid_argument" },
        { "Send", """[{"conversationId":["@own"],"clientMessageId":"m","text":"hi"}]""", "invalid_argument" },
        { "Send", "[null]", "invalid_argument" },
        { "Send", "[]", "invalid_argument" },
        { "Send", """["@own","hi"]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","text":"hi"}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","clientMessageId":"","text":"hi"}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","clientMessageId":"\u0001","text":"hi"}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","clientMessageId":"a\nb","text":"hi"}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"@own","clientMessageId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","text":"hi"}]""", "invalid_argument" },
        { "Send", """[{"conversationId":"01arz3ndektsv4rrffq69g5fav","clientMessageId":"m","text":"hi"}]""", "not_found" },
        { "Send", """[{"conversationId":"'; drop table events; --","clientMessageId":"m","text":"hi"}]""", "not_found" },
        { "Send", """[{"clientMessageId":"m","text":"hi"}]""", "not_found" },
        { "Rate", """[{"conversationId":"@own","score":0}]""", "invalid_argument" },
        { "Rate", """[{"conversationId":"@own","score":6}]""", "invalid_argument" },
        { "Rate", """[{"conversationId":"@own","score":4.5}]""", "invalid_argument" },
        { "Rate", """[{"conversationId":"@own","score":"five"}]""", "invalid_argument" },
        { "Rate", """[{"conversationId":"@own","score":99999999999999}]""", "invalid_argument" },
        { "Rate", """[{"conversationId":"@own"}]""", "invalid_argument" },
        { "Rate", """[null]""", "invalid_argument" },
        { "Typing", """["01arz3ndektsv4rrffq69g5fav"]""", "not_found" },
        { "Typing", """[null]""", "not_found" },
        { "Typing", """[{"conversationId":"@own"}]""", "invalid_argument" },
        { "Start", """[{"storeId":null}]""", "unknown_store" },
        { "Start", """[{"storeId":""}]""", "unknown_store" },
        { "Start", """[{"storeId":"nobody"}]""", "unknown_store" },
        { "Start", """[{"storeId":"Demo"}]""", "unknown_store" },
        { "Start", """[{"storeId":"demo:x"}]""", "unknown_store" },
        { "Start", """[{"storeId":7}]""", "invalid_argument" },
        { "Start", """[null]""", "invalid_argument" },
        { "Start", """[{"storeId":"demo","visitorToken":"x"}]""", "invalid_token" },
        { "Start", """[{"storeId":"demo","visitorToken":"v1.demo.a.b.c"}]""", "invalid_token" },
        { "Start", """[{"storeId":"demo","visitorToken":"v1.demo.01arz3ndektsv4rrffq69g5fav.01arz3ndektsv4rrffq69g5fav."}]""", "invalid_token" },
        { "Start", """[{"storeId":"demo","visitorToken":"\u0000\ufffd....."}]""", "invalid_token" },
        { "Start", """[{"storeId":"demo","fresh":"yes"}]""", "invalid_argument" },
        { "Stop", "[]", "invalid_argument" },
        { "Subscribe", """["@own",0]""", "invalid_argument" },
        { "Dispose", "[]", "invalid_argument" },
        { "OnConnectedAsync", "[]", "invalid_argument" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_wrong_call_gets_a_code_and_costs_nothing(string target, string arguments, string code)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        var before = await shopper.EverythingAsync();

        var refused = await Assert.ThrowsAsync<HubFailure>(() => shopper.Line.CallRawAsync(
            id => $$"""{"type":1,"invocationId":"{{id}}","target":"{{target}}","arguments":{{arguments.Replace(Own, shopper.ConversationId, StringComparison.Ordinal)}}}"""));

        Assert.Equal(code, refused.Code);
        Assert.True(refused.Message.Length > 20, refused.Message);
        Assert.Equal(before.Select(e => e.ToJsonString()), (await shopper.EverythingAsync()).Select(e => e.ToJsonString()));
        Assert.NotEmpty(await shopper.AskAsync("thanks"));
    }

    [Theory]
    [InlineData("[\"@own\",-1]", "invalid_argument")]
    [InlineData("[\"@own\",\"0\"]", "invalid_argument")]
    [InlineData("[\"@own\"]", "invalid_argument")]
    [InlineData("[\"01arz3ndektsv4rrffq69g5fav\",0]", "not_found")]
    [InlineData("[null,0]", "not_found")]
    public async Task A_wrong_subscription_gets_a_code(string arguments, string code)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var stream = await shopper.Line.StreamRawAsync(
            id => $$"""{"type":4,"invocationId":"{{id}}","target":"Subscribe","arguments":{{arguments.Replace(Own, shopper.ConversationId, StringComparison.Ordinal)}}}""");
        Assert.Equal(code, (await Assert.ThrowsAsync<HubFailure>(() => stream.Completion)).Code);
        Assert.NotEmpty(await shopper.AskAsync("hello"));
    }

    [Fact]
    public async Task A_subscription_from_beyond_the_end_waits_for_what_comes()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var beyond = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, long.MaxValue);
        Assert.NotEmpty(await shopper.AskAsync("hello"));
        Assert.False(beyond.Completion.IsCompleted);
    }

    [Fact]
    public async Task More_subscriptions_than_a_widget_can_need_are_refused()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        for (var i = 0; i < 8; i++)
            await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
        var one = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
        Assert.Equal("invalid_argument", (await Assert.ThrowsAsync<HubFailure>(() => one.Completion)).Code);
    }

    [Fact]
    public async Task A_resolved_conversation_takes_no_message_and_still_tells_what_was_said()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("hello");
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        await program.CallAsync("POST", $"conversations/{shopper.ConversationId}/resolve", new { resolution_summary = "done" });

        Assert.Equal("conversation_closed", (await Assert.ThrowsAsync<HubFailure>(() => shopper.SayAsync("one more thing"))).Code);
        var told = await shopper.EverythingAsync();
        Assert.Equal("hello", (string)told[0]["text"]!);
        Assert.Equal("resolved", (string)told[^1]["type"]!);
        await shopper.Line.CallAsync("Rate", new { conversationId = shopper.ConversationId, score = 5 });
        await using var fresh = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token, fresh: true);
        Assert.NotEmpty(await fresh.AskAsync("one more thing"));
    }

    [Theory]
    [InlineData("{\"type\":1")]
    [InlineData("not JSON at all")]
    [InlineData("[]")]
    [InlineData("{\"type\":1,\"target\":\"\\ud800\",\"arguments\":[]}")]
    public async Task A_frame_that_is_no_json_closes_that_line_only(string frame)
    {
        await using var other = await Shopper.ArriveAsync(reva.Server.Url);
        await using var broken = await Shopper.ArriveAsync(reva.Server.Url);
        await broken.AskAsync("hello");
        await broken.Line.SendRawAsync(frame);
        await broken.Line.ClosedAsync();
        Assert.NotEmpty(await other.AskAsync("hello"));
        Assert.Equal("hello", (string)(await broken.EverythingAsync())[0]["text"]!);
    }

    [Fact]
    public async Task A_token_cut_anywhere_or_changed_in_any_place_opens_nothing()
    {
        await using var owner = await Shopper.ArriveAsync(reva.Server.Url);
        await owner.AskAsync("hello");
        await using var line = await HubLine.OpenAsync(reva.Server.Url);
        for (var at = 0; at < owner.Token.Length; at++)
        {
            var changed = owner.Token[..at] + (owner.Token[at] == 'a' ? 'b' : 'a') + owner.Token[(at + 1)..];
            foreach (var token in new[] { owner.Token[..at], changed }.Where(t => t.Length > 0))
            {
                var refused = await Assert.ThrowsAsync<HubFailure>(() => line.CallAsync("Start", new { storeId = "demo", visitorToken = token }));
                Assert.Equal("invalid_token", refused.Code);
            }
        }
    }

    [Fact]
    public async Task Who_sends_too_fast_is_told_how_long_to_wait_and_a_second_line_does_not_help()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        HubFailure? refused = null;
        for (var i = 0; i < 60 && refused is null; i++)
            refused = await Record.ExceptionAsync(() => shopper.SayAsync("hello")) as HubFailure;
        Assert.Equal("rate_limited", refused!.Code);
        Assert.InRange(refused.RetryAfter!.Value, 1, 60);
        await using var second = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token);
        for (refused = null; refused is null;)
            refused = await Record.ExceptionAsync(() => second.SayAsync("hello")) as HubFailure;
        Assert.Equal("rate_limited", refused.Code);
        await using var another = await Shopper.ArriveAsync(reva.Server.Url);
        Assert.NotEmpty(await another.AskAsync("hello"));
    }
}
