using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Server.Tests.Faults;
using Reva.Server.Tests.Models;
using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.People;

/// <summary>From the takeover's number on the agent is silent; what it half said is withdrawn.</summary>
[Collection(ModelsCollection.Name)]
public sealed class TakeoverTests(ModelHouse house)
{
    [Fact]
    public async Task In_the_middle_of_a_reply_the_agent_falls_silent_and_its_words_are_withdrawn()
    {
        var model = house.Model();
        await model.PlaysAsync([new { text = SlowModel.Words, delay = 0.05 }]);
        await using var server = await house.ServerAsync(model);
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.SayAsync("tell me about your jackets");
        await talk.HearAsync("text.delta");

        var taken = await talk.TakeOverAsync();
        await talk.HearAsync("taken_over");
        await Eventually.Is("the model has nothing more to say", async () => (await model.HeardAsync()).Count > 0);
        await talk.ReplyAsync("Dana here. All our jackets are waterproof.");
        await talk.HearAsync("message");
        await talk.HandBackAsync();
        await talk.HearAsync("handed_back");

        Assert.Equal((long)taken["seq"]!, (long)Told(talk, "taken_over")["seq"]!);
        Assert.Equal("Dana", (string)Told(talk, "taken_over")["person"]!);
        Assert.Equal(["message"], talk.TypesBetween("taken_over", "handed_back"));
        Assert.Equal((string)Told(talk, "turn.started")["turnId"]!, (string)Told(talk, "turn.withdrawn")["turnId"]!);
        var said = talk.Heard.Last(e => (string)e["type"]! == "message");
        Assert.Equal(("person", "Dana", "Dana here. All our jackets are waterproof."), ((string)said["author"]!, (string)said["name"]!, (string)said["text"]!));
        var all = await talk.Shopper.EverythingAsync();
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(e => (int)e["seq"]!));
        Assert.DoesNotContain(all, e => (string)e["type"]! is "text.completed" or "error");
    }

    [Fact]
    public async Task What_the_shopper_writes_meanwhile_is_kept_and_starts_no_turn()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        await talk.TakeOverAsync();
        await talk.Shopper.SayAsync("are you a person?");
        var sent = (await talk.CallAsync("messages", new { content = "hello?" })).Taken;
        await talk.ReplyAsync("I am. Dana here.");

        Assert.Equal("", (string)sent["response"]!);
        var later = (await talk.Shopper.EverythingAsync()).SkipWhile(e => (string)e["type"]! != "taken_over").Skip(1).ToList();
        Assert.Equal(["shopper are you a person?", "shopper hello?", "person I am. Dana here."], later.Select(e => $"{e["author"]} {e["text"]}"));
    }

    [Fact]
    public async Task What_the_person_answered_stays_answered_and_the_agent_knows_it()
    {
        var model = house.Model();
        await model.SaysAsync("Glad to help.");
        await using var server = await house.ServerAsync(model);
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        await talk.TakeOverAsync();
        await talk.Shopper.SayAsync("can I have the green tent on Friday?");
        await talk.ReplyAsync("Yes, the green tent is set aside for you.");
        await talk.HandBackAsync();
        var heard = (await model.HeardAsync()).Count;
        Assert.Equal("handed_back", (string)(await talk.Shopper.EverythingAsync())[^1]["type"]!);

        await talk.Shopper.AskAsync("and do you sell stoves?");
        var prompt = (await model.HeardAsync()).Skip(heard).First();
        Assert.Contains("Yes, the green tent is set aside for you.", prompt, StringComparison.Ordinal);
        Assert.Contains("What they said stands", prompt, StringComparison.Ordinal);
        Assert.Single((await talk.Shopper.EverythingAsync()).SkipWhile(e => (string)e["type"]! != "taken_over"), e => (string)e["type"]! == "text.completed");
    }

    [Fact]
    public async Task What_the_person_left_open_is_answered_after_the_handback()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        await talk.TakeOverAsync();
        await talk.ReplyAsync("Dana here, what is it?");
        await talk.Shopper.SayAsync("a waterproof jacket under 150");
        await talk.HandBackAsync();
        await talk.HearAsync("handed_back");
        var answer = await talk.HearAsync("text.completed");

        Assert.NotEmpty((string)answer["text"]!);
        Assert.Contains("products", talk.TypesBetween("handed_back", "text.completed"));
        Assert.Equal("open", (string)(await talk.ReadAsync())["status"]!);
    }

    [Fact]
    public async Task A_withdrawn_question_that_the_person_never_answered_is_answered_after_the_handback()
    {
        var model = house.Model();
        await model.PlaysAsync([new { text = SlowModel.Words, delay = 0.3 }]);
        await using var server = await house.ServerAsync(model);
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.SayAsync("tell me about your jackets");
        await talk.HearAsync("text.delta");
        await talk.TakeOverAsync();
        await model.ForgetsAsync();
        await model.SaysAsync("They keep you dry.");
        await talk.HandBackAsync();

        Assert.Equal("They keep you dry.", (string)(await talk.HearAsync("text.completed"))["text"]!);
        Assert.Equal(2, talk.Heard.Where(e => (string)e["type"]! == "turn.started").Select(e => (string)e["turnId"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_card_that_was_being_made_is_not_shown_any_more()
    {
        var (number, email) = await house.OrderAsync("not_yet_shipped");
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        (await house.Sandbox.Http.PostAsJsonAsync("/_control/faults", new { service = "shopify", kind = "slow", delay = 60 })).EnsureSuccessStatusCode();
        await talk.Shopper.SayAsync($"please cancel my order {number}, {email}");
        await talk.HearAsync("tool.called");
        await talk.TakeOverAsync();
        (await house.Sandbox.Http.DeleteAsync("/_control/faults")).EnsureSuccessStatusCode();
        await talk.ReplyAsync("Dana here, I see to it.");
        await talk.HandBackAsync();
        await talk.Shopper.AskAsync("thank you");
        await talk.HearAsync("handed_back");

        Assert.Equal(["message"], talk.TypesBetween("taken_over", "handed_back"));
        Assert.DoesNotContain(await talk.Shopper.EverythingAsync(), e => (string)e["type"]! is "action.proposed" or "order");
        // The same wish with nobody in between does show the order.
        await talk.Shopper.AskAsync($"please cancel my order {number}, {email}");
        Assert.Contains(await talk.Shopper.EverythingAsync(), e => (string)e["type"]! == "order");
    }

    [Fact]
    public async Task Nobody_who_resolves_need_hand_back_first()
    {
        await using var server = await house.ServerAsync();
        await using var talk = await Takeover.ArriveAsync(house, server);
        await talk.Shopper.AskAsync("hello");
        await talk.TakeOverAsync();
        await talk.Shopper.SayAsync("thank you Dana");
        Assert.Equal(200, (await talk.CallAsync("resolve", new { resolution_summary = "all well" })).Status);

        var read = await talk.ReadAsync();
        Assert.Equal("resolved", (string)read["status"]!);
        Assert.Null(read["takeover"]);
        Assert.Equal("conversation_closed", (await talk.CallAsync("handback", new { })).Code);
        Assert.Equal("conversation_closed", (await talk.CallAsync("takeover", new { person = "Dana" })).Code);
        Assert.Equal("resolved", (string)(await talk.Shopper.EverythingAsync())[^1]["type"]!);
    }

    [Fact]
    public async Task A_killed_server_takes_up_no_turn_of_a_conversation_that_a_person_has()
    {
        var model = house.Model();
        await model.PlaysAsync([new { text = SlowModel.Words, delay = 0.3 }]);
        var settings = house.Settings(model);
        await using var server = await ServerProcess.Start(settings);
        await using var talk = await Takeover.ArriveAsync(server.Url, server.Http, settings.ApiKey);
        await talk.Shopper.SayAsync("tell me about your jackets");
        await talk.HearAsync("text.delta");
        await talk.TakeOverAsync();
        await talk.Shopper.SayAsync("is anybody there?");
        server.Kill();
        await model.ForgetsAsync();
        await model.SaysAsync("They keep you dry.");
        var asked = (await model.HeardAsync()).Count;
        await server.Start();

        await using var again = await Takeover.ArriveAsync(server.Url, server.Http, settings.ApiKey, talk.Shopper.Token);
        Assert.Equal("Dana", (string)(await again.ReadAsync())["takeover"]!["person"]!);
        await again.ReplyAsync("Yes, Dana is.");
        await again.Shopper.SayAsync("so do they keep me dry?");
        await again.HandBackAsync();
        await again.HearAsync("text.completed");

        Assert.Equal(["message", "message", "message"], again.TypesBetween("taken_over", "handed_back"));
        Assert.Equal(asked + 1, (await model.HeardAsync()).Count);
    }

    private static JsonNode Told(Takeover talk, string type) => talk.Heard.Single(e => (string)e["type"]! == type);
}
