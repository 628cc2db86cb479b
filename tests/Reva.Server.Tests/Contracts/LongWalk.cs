using System.Text.Json.Nodes;
using System.Threading.Channels;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Contracts;

/// <summary>One conversation through everything that Reva does, heard at a second tab of the same shopper.</summary>
internal sealed class LongWalk : IAsyncDisposable
{
    private readonly Shopper _shopper;
    private readonly Shopper _listener;
    private readonly ChannelReader<JsonNode> _live;
    private readonly RestClient _program;
    private readonly List<JsonNode> _heard = [];

    private LongWalk(Shopper shopper, Shopper listener, ChannelReader<JsonNode> live, RestClient program) =>
        (_shopper, _listener, _live, _program) = (shopper, listener, live, program);

    /// <summary>All that came over the line so far, deltas too.</summary>
    public IReadOnlyList<JsonNode> Heard => _heard;

    public static async Task<LongWalk> BeginAsync(ServerFixture reva)
    {
        var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var listener = await Shopper.ArriveAsync(reva.Server.Url, shopper.Token);
        return new LongWalk(shopper, listener, await listener.Line.StreamAsync("Subscribe", listener.ConversationId, 0L), new RestClient(reva.Server.Http, reva.Settings.ApiKey));
    }

    public async Task LookForGoodsAsync()
    {
        foreach (var text in new[] { "hello", "waterproof jacket under 150 for my wife, she is a size M", "compare the first two", "something in green", "how long do I have to return something?", "thanks" })
            await AskAsync(text);
        await _shopper.Line.CallAsync("Typing", _shopper.ConversationId);
    }

    /// <summary>Has an order cancelled, after it was thought better of once.</summary>
    public async Task CancelAsync(string number, string email)
    {
        await AskAsync($"where is my order {number}? {email}");
        Assert.Equal("declined", await AnswerAsync("Decline", await AskAsync("please cancel it")));
        var asked = await AskAsync("please cancel it after all");
        await AnswerAsync("Confirm", asked);
        await HearAsync(asked, e => (string?)e["action"]?["status"] == "done");
    }

    public async Task MeetPeopleAsync()
    {
        var asked = await AskAsync("I want to talk to a person");
        await _shopper.Line.CallAsync("Rate", new { conversationId = _shopper.ConversationId, score = 5, comment = "quick" });
        await _shopper.Line.CallAsync("Rate", new { conversationId = _shopper.ConversationId, score = 4 });
        foreach (var (call, body) in new (string, object)[] { ("takeover", new { person = "Dana" }), ("replies", new { text = "Dana here." }), ("notes", new { text = "a regular" }), ("handback", new { }), ("resolve", new { resolution_summary = "done" }) })
            Assert.Equal(200, (await _program.CallAsync("POST", $"conversations/{_shopper.ConversationId}/{call}", body)).Status);
        await HearAsync(asked, e => (string)e["type"]! == "resolved");
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        await _shopper.DisposeAsync();
    }

    // Says something and hears the answer; the number it was said under.
    private async Task<long> AskAsync(string text)
    {
        var said = await _shopper.SayAsync(text);
        await HearAsync(said, e => (string)e["type"]! is "text.completed" or "error");
        return said;
    }

    // A click on the card that came after a number; the status that it answers.
    private async Task<string> AnswerAsync(string call, long after)
    {
        var card = await HearAsync(after, e => (string)e["type"]! == "action.proposed");
        return (string)(await _shopper.Line.CallAsync(call, new { conversationId = _shopper.ConversationId, actionId = (string)card["action"]!["id"]! }))!["status"]!;
    }

    // The first such event after a number, among those heard and those to come.
    private async Task<JsonNode> HearAsync(long after, Predicate<JsonNode> awaited)
    {
        bool IsIt(JsonNode e) => (long?)e["seq"] > after && awaited(e);
        if (_heard.Find(IsIt) is { } before)
            return before;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await foreach (var next in _live.ReadAllAsync(patience.Token))
            {
                _heard.Add(next);
                if (IsIt(next))
                    return next;
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"After {after} it did not come. What came: {string.Join(' ', _heard.Select(e => $"{e["seq"]}:{e["type"]}"))}", late);
        }
        throw new InvalidOperationException("The stream ended before the event.");
    }
}
