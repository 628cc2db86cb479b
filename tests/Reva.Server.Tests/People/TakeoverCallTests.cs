using Reva.Server.Tests.Models;

namespace Reva.Server.Tests.People;

/// <summary>Who may speak when, told apart by name; every call may be sent again.</summary>
[Collection(ModelsCollection.Name)]
public sealed class TakeoverCallTests(ModelHouse house)
{
    [Fact]
    public async Task A_second_person_hears_who_has_the_conversation()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        var first = await talk.TakeOverAsync();
        var again = await talk.TakeOverAsync("dana");
        var second = await talk.CallAsync("takeover", new { person = "Omar" });
        var spoken = await talk.CallAsync("replies", new { text = "Omar here.", person = "Omar" });

        Assert.Equal((long)first["seq"]!, (long)again["seq"]!);
        Assert.Equal((409, "taken_over"), (second.Status, second.Code));
        Assert.Contains("Dana", (string)second.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal((409, "taken_over"), (spoken.Status, spoken.Code));
        Assert.Single(await talk.Shopper.EverythingAsync(), e => (string)e["type"]! == "taken_over");
        await talk.HandBackAsync();
        Assert.Equal("Omar", (string)(await talk.TakeOverAsync("Omar"))["person"]!);
    }

    [Theory]
    [InlineData("handback")]
    [InlineData("replies")]
    public async Task Without_a_takeover_a_person_neither_speaks_nor_hands_back(string call)
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        var before = (await talk.Shopper.EverythingAsync()).Count;
        var answer = await talk.CallAsync(call, new { text = "Dana here.", person = "Dana" });

        Assert.Equal((409, "not_taken_over"), (answer.Status, answer.Code));
        Assert.Equal(before, (await talk.Shopper.EverythingAsync()).Count);
    }

    [Fact]
    public async Task Calls_that_are_sent_again_with_their_keys_are_done_once()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        // A shopper's own id is no key of the shop's people, even when they are spelt alike.
        await talk.Shopper.SayAsync("hello again", "k2");
        foreach (var (call, body, key) in new (string, object, string)[]
        {
            ("takeover", new { person = "Dana" }, "k1"), ("replies", new { text = "Dana here." }, "k2"), ("notes", new { text = "a regular" }, "k2"), ("handback", new { note = "done" }, "k3"),
        })
        {
            var first = (await talk.CallAsync(call, body, key)).Taken;
            var second = (await talk.CallAsync(call, body, key)).Taken;
            Assert.Equal((string?)first["message_id"], (string?)second["message_id"]);
        }
        var types = (await talk.Shopper.EverythingAsync()).Select(e => $"{e["type"]} {e["author"]}").ToList();
        Assert.Equal(["taken_over ", "message person", "hidden ", "hidden ", "handed_back "], types.Skip(types.IndexOf("taken_over ")));
    }

    [Fact]
    public async Task A_note_reaches_neither_the_shopper_nor_the_model()
    {
        const string secret = "pays late, be kind";
        var model = house.Model();
        await model.SaysAsync("Hello!");
        await using var server = await house.ServerAsync(model);
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        Assert.Equal(200, (await talk.CallAsync("notes", new { text = secret, person = "Omar" })).Status);
        await talk.HearAsync("hidden");
        await talk.TakeOverAsync();
        Assert.Equal(200, (await talk.CallAsync("handback", new { note = secret })).Status);
        await talk.Shopper.AskAsync("do you sell stoves?");
        await talk.HearAsync("handed_back");
        await talk.HearAsync("text.completed");

        Assert.Equal(2, talk.Heard.Count(e => (string)e["type"]! == "hidden"));
        Assert.DoesNotContain(talk.Heard.Concat(await talk.Shopper.EverythingAsync()), e => e.ToJsonString().Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(await model.HeardAsync(), prompt => prompt.Contains(secret, StringComparison.Ordinal));
        var notes = (await talk.ReadAsync())["messages"]!.AsArray().Where(m => (string)m!["author"]! == "note").Select(m => $"{m!["name"]}: {m["content"]}");
        Assert.Equal([$"Omar: {secret}", $"Dana: {secret}"], notes);
    }

    [Fact]
    public async Task The_list_finds_what_people_have()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        await talk.TakeOverAsync();
        async Task<bool> ListedAsync() => (await talk.Program.CallAsync("GET", "conversations?status=taken_over")).Text.Contains(talk.Shopper.ConversationId, StringComparison.Ordinal);

        Assert.True(await ListedAsync());
        await talk.HandBackAsync();
        Assert.False(await ListedAsync());
    }

    [Theory]
    [InlineData("takeover", """{"person":" "}""", "invalid_person")]
    [InlineData("takeover", """{"person":"Dana","email":"no address"}""", "invalid_email")]
    [InlineData("replies", """{"text":""}""", "message_empty")]
    [InlineData("notes", """{}""", "message_empty")]
    public async Task What_cannot_be_meant_is_refused_with_its_reason(string call, string body, string code)
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        var answer = await talk.CallAsync(call, System.Text.Json.Nodes.JsonNode.Parse(body)!);
        Assert.Equal((400, code), (answer.Status, answer.Code));
    }
}
