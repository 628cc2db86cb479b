using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Models;

/// <summary>A model that does as it should, over both wire formats, heard through the hub.</summary>
[Collection(ModelsCollection.Name)]
public sealed class ReplyTests(ModelHouse house)
{
    public static TheoryData<string> Kinds => ["openai", "anthropic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reply_streams_in_pieces_without_gaps_and_is_stored_as_it_was_shown_with_its_cost(string kind)
    {
        var model = house.Model(kind);
        await model.SaysAsync("Good to see you. Tell me what you are after and I will have a look around the shop.");
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "hello");

        Assert.True(turn.Deltas.Count > 5, $"only {turn.Deltas.Count} pieces");
        var length = 0;
        foreach (var delta in turn.Deltas)
        {
            Assert.Equal(length, (int)delta["offset"]!);
            length += ((string)delta["text"]!).Length;
        }
        Assert.Equal("Good to see you. Tell me what you are after and I will have a look around the shop.", turn.Text);
        Assert.Equal(turn.Text, turn.Shown);
        var usage = turn.End["usage"]!;
        Assert.Equal(model.Name, (string)usage["model"]!);
        var (read, wrote) = ((long)usage["inputTokens"]!, (long)usage["outputTokens"]!);
        Assert.True(read > 100 && wrote > 10);
        Assert.Equal(((read * 2) + (wrote * 8)) / 1_000_000m, (decimal)usage["costUsd"]!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_tool_that_the_model_calls_is_run_and_what_it_found_is_told_and_shown(string kind)
    {
        var model = house.Model(kind);
        await model.PlaysAsync([
            new { text = "Let me look.", toolCalls = new[] { new { name = "search_products", arguments = new { query = "waterproof jacket", max_price = 150 } } } },
            new { text = "{{tool.search_products.products[0].title}} would suit you, at {{tool.search_products.products[0].price}}." }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "a waterproof jacket under 150 please");

        Assert.Equal("search_products", (string)turn.Of("tool.called").Single()["tool"]!);
        Assert.True((bool)turn.Of("tool.completed").Single()["ok"]!);
        var cards = turn.Of("products").Single()["products"]!.AsArray();
        Assert.StartsWith($"Let me look.\n\n{(string)cards[0]!["title"]!} would suit you", turn.Text, StringComparison.Ordinal);
        Assert.Equal(turn.Text, turn.Shown);
        Assert.Equal(model.Name, turn.Model);
        var asked = await HeardAsync(model, 2);
        Assert.Contains((string)cards[0]!["title"]!, asked[1], StringComparison.Ordinal);
        Assert.Contains("Let me look.", asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_the_model_reads_is_shown_as_a_card()
    {
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { new { name = "search_products", arguments = new { query = "rain jacket" } } } },
            new { text = "There is a good one." }], whenAsked: "show me");
        await model.PlaysAsync([
            new { toolCalls = new[] { new { name = "get_product", arguments = new { handle = "beacon-first-aid-kit" } } } },
            new { text = "It is {{tool.get_product.product.title}}." }], whenAsked: "kit");
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "what is in the Beacon First Aid Kit?");

        var card = Assert.Single(turn.Of("products").Single()["products"]!.AsArray())!;
        Assert.Equal("beacon-first-aid-kit", (string)card["handle"]!);
        Assert.Equal($"It is {(string)card["title"]!}.", turn.Text);
    }

    [Fact]
    public async Task A_page_that_the_model_cites_is_listed_with_its_link_and_one_that_it_does_not_cite_is_not()
    {
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { new { name = "search_knowledge", arguments = new { question = "how long can I return something" } } } },
            new { text = "The page says how long [{{tool.search_knowledge.passages[0].n}}]." }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "what is your return policy?");

        var citation = Assert.Single(turn.End["citations"]!.AsArray())!;
        Assert.Equal(1, (int)citation["n"]!);
        Assert.StartsWith("http", (string)citation["url"]!, StringComparison.Ordinal);
        Assert.Equal("The page says how long [1].", turn.Text);
    }

    [Fact]
    public async Task A_store_that_has_used_up_its_budget_is_answered_by_rules_and_the_trace_says_so()
    {
        var model = house.Model();
        await model.SaysAsync("A costly hello.");
        await using var server = await house.ServerAsync([model], new() { ["Models:MonthlyBudget"] = "0.000001" });
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        // What other tests of this store spent is in the same ledger, so the first turn may be over it already.
        await Turn.OfAsync(shopper, "hello");
        await using var another = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(another, "hello");

        Assert.Equal("rules", turn.Model);
        Assert.Equal("over_budget", await Trace.WithoutModelAsync(house, server, another));
    }

    private static async Task<List<string>> HeardAsync(ScriptedModel model, int count)
    {
        List<string> heard = [];
        await Testing.Time.Eventually.Is($"{count} requests are written down", async () => (heard = await model.HeardAsync()).Count >= count);
        return heard;
    }
}
