using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Models;

/// <summary>Everything that can go wrong with a model, as the shopper meets it: an answer, once, and whole.</summary>
[Collection(ModelsCollection.Name)]
public sealed class FaultTests(ModelHouse house)
{
    private const string Half = "Half an answer that must not stand";
    private const string Backup = "The other model is glad to help.";

    // Short, so that the tests need not wait out what shoppers would; the defaults are measured by hand.
    private static readonly Dictionary<string, string> Impatient = new(StringComparer.Ordinal)
    {
        ["Models:FirstTokenSeconds"] = "1", ["Models:NextTokenSeconds"] = "0.5", ["Models:ReplyWithinSeconds"] = "2", ["Models:UnderstandWithinSeconds"] = "1",
    };

    public static TheoryData<string, string> BeforeTheFirstWord => new()
    {
        { "openai", "429" }, { "openai", "500" }, { "openai", "reset" }, { "openai", "silence" }, { "openai", "malformed" }, { "openai", "empty" }, { "openai", "cut" },
        { "anthropic", "429" }, { "anthropic", "silence" },
    };

    public static TheoryData<string, string> InMidStream => new()
    {
        { "openai", "cut" }, { "openai", "malformed" }, { "openai", "silence" }, { "openai", "drip" }, { "openai", "length" },
        { "anthropic", "cut" }, { "anthropic", "malformed" },
    };

    [Theory]
    [MemberData(nameof(BeforeTheFirstWord))]
    public async Task Another_model_answers_for_one_that_fails_before_its_first_word(string kind, string fault)
    {
        var (main, backup) = (house.Model(kind), house.Model());
        await main.PlaysAsync([Failing(fault, after: 0)]);
        await backup.SaysAsync(Backup);
        await using var server = await house.ServerAsync([main, backup], Impatient);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "hello");

        Assert.Equal(Backup, turn.Text);
        Assert.Equal(Backup, turn.Shown);
        Assert.Equal(backup.Name, turn.Model);
        await EndedOnceAsync(shopper, 1);
    }

    [Theory]
    [MemberData(nameof(BeforeTheFirstWord))]
    public async Task The_rules_answer_when_no_model_does(string kind, string fault)
    {
        var model = house.Model(kind);
        await model.PlaysAsync([Failing(fault, after: 0)]);
        await using var server = await house.ServerAsync([model], Impatient);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "a waterproof jacket under 150");

        await AnsweredByRulesAsync(turn, shopper);
        Assert.NotEmpty(turn.Of("products"));
        Assert.Contains(await Trace.WithoutModelAsync(house, server, shopper), (string?[])["failed", "left_alone"]);
    }

    [Theory]
    [MemberData(nameof(InMidStream))]
    public async Task Half_an_answer_is_taken_back_and_replaced_by_a_whole_one(string kind, string fault)
    {
        var (main, backup) = (house.Model(kind), house.Model());
        await main.PlaysAsync([Failing(fault, after: 3)]);
        await backup.SaysAsync(Backup);
        await using var server = await house.ServerAsync([main, backup], Impatient);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "a waterproof jacket under 150");

        Assert.StartsWith("Half", (string)turn.Deltas[0]["text"]!, StringComparison.Ordinal);
        Assert.Contains(turn.Deltas.Skip(1), d => (int)d["offset"]! == 0);
        await AnsweredByRulesAsync(turn, shopper);
    }

    [Fact]
    public async Task A_failure_after_a_tool_was_used_leaves_nothing_of_the_model_behind()
    {
        var model = house.Model();
        await model.PlaysAsync([
            new { text = "One moment.", toolCalls = new[] { new { name = "escalate", arguments = new { reason = "legal_or_safety", facts = "invented" } } } },
            Failing("cut", after: 2)]);
        await using var server = await house.ServerAsync([model], Impatient);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "a waterproof jacket under 150");

        await AnsweredByRulesAsync(turn, shopper);
        Assert.DoesNotContain(await shopper.EverythingAsync(), e => (string)e["type"]! == "escalated");
    }

    [Fact]
    public async Task A_message_is_understood_by_rules_when_the_model_for_it_fails_or_talks_nonsense()
    {
        foreach (var judge in (object[])[Failing("silence", 0), Failing("500", 0), new { text = "I think the shopper is happy." }, new { text = "{\"intent\":\"steal_everything\",\"sentiment\":99}" }])
        {
            var (reader, writer) = (house.Model(), house.Model());
            await reader.PlaysAsync([judge]);
            await writer.SaysAsync(Backup);
            await using var server = await house.ServerAsync([writer], new(Impatient)
            {
                [$"Models:Providers:{reader.Name}:Kind"] = "openai",
                [$"Models:Providers:{reader.Name}:BaseUrl"] = house.Sandbox.Url + "/openai/v1",
                [$"Models:Providers:{reader.Name}:Model"] = reader.Name,
                ["Models:Understand:0"] = reader.Name,
            });
            await using var shopper = await Shopper.ArriveAsync(server.Url);

            var turn = await Turn.OfAsync(shopper, "a waterproof jacket under 150");

            Assert.Equal(Backup, turn.Text);
            Assert.Equal("product_search", (string)turn.Of("turn.step").Single(s => (string)s["step"]! == "understand")["intent"]!);
        }
    }

    [Fact]
    public async Task A_model_that_is_down_is_hardly_asked_and_found_again_when_it_is_back()
    {
        const int turns = 40;
        var model = house.Model();
        await model.PlaysAsync([Failing("500", after: 0)]);
        await using var server = await house.ServerAsync([model], new(Impatient) { ["Models:BreakSeconds"] = "1" });
        for (var i = 0; i < turns; i++)
            Assert.Equal("rules", (await GreetedAsync(server)).Model);
        Assert.InRange((await model.HeardAsync()).Count, 3, (int)(turns * 1.1));

        await model.ForgetsAsync();
        await model.SaysAsync("Back again.");
        await Eventually.Is("the model answers again", async () => (await GreetedAsync(server)).Text == "Back again.");
    }

    private static async Task<Turn> GreetedAsync(ServerInside server)
    {
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        return await Turn.OfAsync(shopper, "hello");
    }

    private static async Task AnsweredByRulesAsync(Turn turn, Shopper shopper)
    {
        Assert.Equal("text.completed", (string)turn.End["type"]!);
        Assert.Equal("rules", turn.Model);
        Assert.NotEmpty(turn.Text);
        Assert.DoesNotContain("Half", turn.Text, StringComparison.Ordinal);
        Assert.Equal(turn.Text, turn.Shown);
        await EndedOnceAsync(shopper, 1);
    }

    private static async Task EndedOnceAsync(Shopper shopper, int turns)
    {
        var all = await shopper.EverythingAsync();
        Assert.Equal(turns, all.Count(e => (string)e["type"]! is "text.completed" or "error"));
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(e => (int)e["seq"]!));
    }

    private static object Failing(string fault, int after) => new
    {
        text = Half,
        fault = fault switch
        {
            "429" => new { kind = "status", status = 429, retryAfter = 30 },
            "500" => new { kind = "status", status = 500 },
            _ => (object)new { kind = fault, after },
        },
    };
}
