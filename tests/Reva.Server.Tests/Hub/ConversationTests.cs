using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Hub;

[Collection(RevaCollection.Name)]
public sealed class ConversationTests(ServerFixture reva)
{
    [Fact]
    public async Task A_message_is_answered_and_its_pieces_make_up_the_stored_reply()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var live = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
        await shopper.SayAsync("hello");
        var text = "";
        await foreach (var next in live.ReadAllAsync(Patience()))
        {
            if ((string)next["type"]! == "text.delta")
                text = text[..Math.Min(text.Length, (int)next["offset"]!)] + (string)next["text"]!;
            if ((string)next["type"]! != "text.completed")
                continue;
            Assert.Equal((string)next["text"]!, text);
            Assert.Equal("rules", (string)next["usage"]!["model"]!);
            return;
        }
        Assert.Fail("The stream ended without an answer.");
    }

    [Fact]
    public async Task The_same_client_message_id_twice_is_one_message_and_one_answer()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var seq = await shopper.SayAsync("hi there", "m-1");
        await shopper.UntilAnsweredAsync(seq);
        Assert.Equal(seq, await shopper.SayAsync("hi there", "m-1"));
        await shopper.AskAsync("thanks");
        var all = await AllAsync(shopper);
        Assert.Equal(2, all.Count(e => (string)e["type"]! == "message"));
        Assert.Equal(2, all.Count(e => (string)e["type"]! == "text.completed"));
    }

    [Fact]
    public async Task Stored_events_are_numbered_without_gaps_and_a_returning_shopper_gets_just_what_was_missed()
    {
        string token;
        List<JsonNode> all;
        await using (var shopper = await Shopper.ArriveAsync(reva.Server.Url))
        {
            token = shopper.Token;
            await shopper.AskAsync("waterproof jacket under 150");
            await shopper.AskAsync("something cheaper");
            all = await AllAsync(shopper);
        }
        Assert.Equal(Enumerable.Range(1, all.Count).Select(n => (long)n), all.Select(e => (long)e["seq"]!));

        foreach (var seen in new[] { 0, 1, all.Count / 2, all.Count - 1 })
        {
            await using var back = await Shopper.ArriveAsync(reva.Server.Url, token);
            Assert.Equal(all.Count, back.LastSeq);
            var rest = await ReadAsync(back, seen, all.Count - seen);
            Assert.Equal(all.Skip(seen).Select(e => e.ToJsonString()), rest.Select(e => e.ToJsonString()));
        }
    }

    [Fact]
    public async Task Products_come_as_cards_that_keep_the_wish()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var seq = await shopper.SayAsync("waterproof jacket under 150 for my wife, she is a size M");
        var cards = (await shopper.UntilAnsweredAsync(seq)).Single(e => (string)e["type"]! == "products")["products"]!.AsArray();
        Assert.NotEmpty(cards);
        Assert.All(cards, card =>
        {
            Assert.True((decimal)card!["price"]!["amount"]! <= 150m);
            Assert.StartsWith("http", (string)card["url"]!, StringComparison.Ordinal);
            Assert.StartsWith("http", (string)card["image"]!, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Asking_for_a_person_is_a_state_with_a_ticket()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("I want to talk to a human please");
        var escalated = (await AllAsync(shopper)).Single(e => (string)e["type"]! == "escalated");
        Assert.Equal("requested_person", (string)escalated["reason"]!);
        Assert.StartsWith("T-", (string)escalated["ticketId"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_tab_sees_what_the_first_says()
    {
        await using var first = await Shopper.ArriveAsync(reva.Server.Url);
        await using var second = await Shopper.ArriveAsync(reva.Server.Url, first.Token);
        Assert.Equal(first.ConversationId, second.ConversationId);
        var seq = await first.SayAsync("hello from the first tab");
        var seen = await second.UntilAnsweredAsync(seq);
        Assert.Contains(seen, e => (string)e["type"]! == "message" && (string)e["text"]! == "hello from the first tab");
    }

    private static async Task<List<JsonNode>> AllAsync(Shopper shopper)
    {
        await using var again = await Shopper.ArriveAsync(shopper.Line.ServerUrl, shopper.Token);
        return await ReadAsync(again, 0, (int)again.LastSeq);
    }

    private static async Task<List<JsonNode>> ReadAsync(Shopper shopper, int after, int count)
    {
        var events = new List<JsonNode>();
        if (count == 0)
            return events;
        await foreach (var next in (await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, (long)after)).ReadAllAsync(Patience()))
        {
            events.Add(next);
            if (events.Count == count)
                break;
        }
        return events;
    }

    private static CancellationToken Patience() => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
}
