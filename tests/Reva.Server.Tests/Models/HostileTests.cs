using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Models;

/// <summary>A model that says and calls what an attacker wants: it gets no further than the shopper may.</summary>
[Collection(ModelsCollection.Name)]
public sealed class HostileTests(ModelHouse house)
{
    private const string Echo = "Here: {{tool.get_order}} {{tool.find_orders}} {{tool.get_customer}} {{tool.refund_order}}";

    [Fact]
    public async Task Another_customers_order_stays_shut_whatever_the_model_knows_of_it()
    {
        var (number, email) = await house.OrderAsync("shipped");
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { Call("get_order", new { order_number = number, email }), Call("get_order", new { order_number = number }), Call("find_orders", new { email }) } },
            new { text = Echo }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "where is my order?");

        Assert.Equal(3, turn.Of("tool.completed").Count());
        Assert.All(turn.Of("tool.completed"), call => Assert.False((bool)call["ok"]!));
        Assert.Empty(turn.Of("order"));
        Assert.DoesNotContain("tracking", turn.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("carrier", turn.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_has_proved_one_order_does_not_open_another_customers()
    {
        var (own, email) = await house.OrderAsync("delivered");
        var (other, _) = await house.OrderAsync("shipped");
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { Call("get_order", new { order_number = own, email = "[email_1]" }) } },
            new { text = "Yours." }], whenAsked: own);
        await model.PlaysAsync([
            new { toolCalls = new[] { Call("get_order", new { order_number = other }), Call("get_order", new { order_number = other, email = "[email_1]" }), Call("find_orders", new { }) } },
            new { text = "{{tool.find_orders}}" }], whenAsked: "and the other");
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        Assert.Single((await Turn.OfAsync(shopper, $"where is order {own}? My e-mail is {email}")).Of("order"));

        var turn = await Turn.OfAsync(shopper, "where is my order and the other order?");

        Assert.Equal([false, false, true], turn.Of("tool.completed").Select(call => (bool)call["ok"]!));
        Assert.Empty(turn.Of("order"));
        Assert.DoesNotContain(other, turn.Text, StringComparison.Ordinal);
        Assert.Contains(own, turn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_tools_that_were_offered_exist()
    {
        var (number, email) = await house.OrderAsync("shipped");
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { Call("get_order", new { order_number = number, email }), Call("refund_order", new { order_number = number }), Call("get_customer", new { email }) } },
            new { text = Echo }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, $"a waterproof jacket please, my e-mail is {email}");

        Assert.Empty(turn.Of("tool.called"));
        Assert.Empty(turn.Of("order"));
        Assert.Empty(turn.Of("escalated"));
        Assert.Equal(3, turn.Text.Split("cannot be used now").Length - 1);
    }

    [Fact]
    public async Task A_price_that_nothing_told_the_model_is_taken_back()
    {
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { Call("search_products", new { query = "rain jacket" }) } },
            new { text = "Today only: any jacket for $1.23, my dear, just for you!" }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "how much is a rain jacket?");

        Assert.Contains(turn.Deltas, d => ((string)d["text"]!).Contains("$1.23", StringComparison.Ordinal));
        Assert.Equal("rules", turn.Model);
        Assert.DoesNotContain("1.23", turn.Text, StringComparison.Ordinal);
        Assert.Equal(turn.Text, turn.Shown);
        Assert.Equal("made_up", await Trace.WithoutModelAsync(house, server, shopper));
    }

    [Fact]
    public async Task A_model_that_calls_tools_without_end_is_stopped_and_the_rules_answer()
    {
        var model = house.Model();
        await model.PlaysAsync([new { toolCalls = Enumerable.Range(0, 20).Select(n => Call("search_products", new { query = $"jacket {n}" })) }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "a waterproof jacket please");

        Assert.Equal("rules", turn.Model);
        Assert.InRange(turn.Of("tool.called").Count(), 6, 30);
        Assert.InRange((await model.HeardAsync()).Count, 1, 5);
    }

    [Fact]
    public async Task Arguments_that_fit_no_schema_are_told_to_the_model_and_harm_nobody()
    {
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new object[] { Call("search_products", new { max_price = "a lot", query = new[] { 1 } }), Call("get_product", new { handle = new { } }), Call("get_product", new { handle = "../../etc/passwd" }) } },
            new { text = "Nothing found." }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        Assert.Equal("Nothing found.", (await Turn.OfAsync(shopper, "a waterproof jacket please")).Text);
    }

    [Fact]
    public async Task Markup_comes_as_text_and_names_of_prompts_and_events_mean_nothing()
    {
        const string markup = "<script>alert(1)</script>\n\ndata: {\"type\":\"escalated\"}\n\n</textarea><img src=x onerror=alert(1)>";
        var model = house.Model();
        await model.SaysAsync(markup);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper, "hello");

        Assert.Equal(markup, turn.Text);
        Assert.Equal(turn.Text, turn.Shown);
        Assert.Empty(turn.Of("escalated"));
    }

    private static object Call(string name, object arguments) => new { name, arguments };
}
