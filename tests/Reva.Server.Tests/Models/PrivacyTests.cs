using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Models;

/// <summary>What shoppers tell of themselves stays in the house.</summary>
[Collection(ModelsCollection.Name)]
public sealed class PrivacyTests(ModelHouse house)
{
    public static TheoryData<string> Kinds => ["openai", "anthropic"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_personal_reaches_a_model_and_the_shopper_reads_it_whole_however_the_stream_is_cut(string kind)
    {
        var model = house.Model(kind);
        await model.PlaysAsync([new { chunks = new[] { "Thank you, [na", "me_", "1]. We write to [", "email_1", "] or call [phone_1", "] about the parcel to [addr", "ess_1]. [sic] [email_9]" } }]);
        await using var server = await house.ServerAsync([model], new() { [$"Models:Understand:0"] = model.Name });
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var turn = await Turn.OfAsync(shopper,
            "Hello, my name is Maren Oldenburg, e-mail Maren.O+shop@example.com, phone +49 171 5550123, I live at 42 Harbour Street, Whitby YO21 3PU. My card is 4111 1111 1111 1111.");

        Assert.Equal("Thank you, Maren Oldenburg. We write to Maren.O+shop@example.com or call +49 171 5550123 about the parcel to 42 Harbour Street, Whitby YO21 3PU. [sic] [email_9]", turn.Text);
        Assert.Equal(turn.Text, turn.Shown);
        await NothingHeardAsync(model, 2, "Maren", "Oldenburg", "example.com", "171", "5550123", "Harbour", "Whitby", "YO21", "4111", "1111");
    }

    [Fact]
    public async Task The_address_that_proves_an_order_is_known_to_the_shop_and_not_to_the_model()
    {
        var (number, email) = await house.OrderAsync("shipped", skip: 1);
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { new { name = "get_order", arguments = new { order_number = number, email = "[email_1]" } } } },
            new { text = "It is {{tool.get_order.status}}, [email_1]." }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        var proved = await Turn.OfAsync(shopper, $"where is order {number}? {email}");
        await Turn.OfAsync(shopper, $"where is order {number} now?");

        Assert.Single(proved.Of("order"));
        Assert.Equal($"It is shipped, {email}.", proved.Text);
        await NothingHeardAsync(model, 4, email, email.Split('@')[0]);
    }

    [Fact]
    public async Task An_address_that_is_spelled_out_proves_an_order_too_and_is_masked_too()
    {
        var (number, email) = await house.OrderAsync("cancelled");
        var spelled = email.Replace("@", " at ", StringComparison.Ordinal).Replace(".com", " dot com", StringComparison.Ordinal);
        var model = house.Model();
        await model.PlaysAsync([
            new { toolCalls = new[] { new { name = "get_order", arguments = new { order_number = number, email = "[email_1]" } } } },
            new { text = "Found." }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        Assert.Single((await Turn.OfAsync(shopper, $"where is order {number}? {spelled}")).Of("order"));

        await NothingHeardAsync(model, 2, email.Split('@')[0]);
    }

    [Fact]
    public async Task Servers_log_nothing_of_it_either()
    {
        var model = house.Model();
        await model.PlaysAsync([new { text = "Never said.", fault = new { kind = "malformed", after = 1 } }]);
        await using var server = await house.ServerAsync(model);
        await using var shopper = await Shopper.ArriveAsync(server.Url);

        await Turn.OfAsync(shopper, "Hello, I am Maren Oldenburg, maren.o@example.com, card 4111 1111 1111 1111");

        Assert.All(server.Log.Lines, line =>
        {
            Assert.DoesNotContain("maren", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("4111", line, StringComparison.Ordinal);
        });
    }

    private static async Task NothingHeardAsync(ScriptedModel model, int requests, params string[] personal)
    {
        List<string> heard = [];
        await Eventually.Is($"{requests} requests are written down", async () => (heard = await model.HeardAsync()).Count >= requests);
        foreach (var value in personal)
            Assert.All(heard, body => Assert.DoesNotContain(value, body, StringComparison.OrdinalIgnoreCase));
    }
}
