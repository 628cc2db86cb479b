using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Walls;

/// <summary>An escalation is a state that the merchant can read, not words.</summary>
[Collection(RevaCollection.Name)]
public sealed class EscalationTests(ServerFixture reva)
{
    [Theory]
    [InlineData("I want to talk to a human please", "requested_person", "normal")]
    [InlineData("can a real person help me?", "requested_person", "normal")]
    [InlineData("you are a useless piece of shit", "frustrated", "high")]
    [InlineData("fuck you, idiots", "frustrated", "high")]
    [InlineData("I will call my lawyer and sue you", "legal_or_safety", "urgent")]
    [InlineData("your kettle burned my hand and I am in hospital", "legal_or_safety", "urgent")]
    public async Task What_calls_for_a_person_brings_one_in(string text, string reason, string priority)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var reply = await shopper.AskAsync(text);

        var told = Assert.Single(await EscalatedAsync(shopper));
        Assert.Equal((reason, priority), ((string)told["reason"]!, (string)told["priority"]!));
        Assert.Equal(reply, (string)told["text"]!);
        var read = await ReadAsync(shopper);
        Assert.Equal("escalated", (string)read["status"]!);
        var escalation = read["escalation"]!;
        Assert.Equal((reason, priority, (string)told["ticketId"]!), ((string)escalation["reason"]!, (string)escalation["priority"]!, (string)escalation["ticket_id"]!));
        Assert.Contains(text, (string)escalation["summary"]!, StringComparison.Ordinal);
        TellsWhatHappensNext(reply);
    }

    [Theory]
    [InlineData("that is a damn good jacket, thank you")]
    [InlineData("hell yes, I love the socks")]
    [InlineData("the rain in Scotland is killing me, show me a waterproof jacket")]
    [InlineData("do you sell bloody mary glasses?")]
    [InlineData("is the shirt made by real people?")]
    public async Task A_friendly_message_with_a_strong_word_does_not(string text)
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync(text);
        Assert.Empty(await EscalatedAsync(shopper));
        Assert.Equal("open", (string)(await ReadAsync(shopper))["status"]!);
    }

    [Fact]
    public async Task Two_answers_in_a_row_that_do_not_help_bring_a_person_in()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("can you write my thesis on the history of Byzantium?");
        Assert.Empty(await EscalatedAsync(shopper));
        var reply = await shopper.AskAsync("and what is the airspeed of an unladen swallow?");
        var told = Assert.Single(await EscalatedAsync(shopper));
        Assert.Equal("agent_failed", (string)told["reason"]!);
        TellsWhatHappensNext(reply);
        Assert.Contains("Byzantium", (string)(await ReadAsync(shopper))["escalation"]!["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_helps_between_two_that_do_not_keeps_the_conversation_with_the_agent()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("can you write my thesis on the history of Byzantium?");
        await shopper.AskAsync("show me waterproof jackets");
        await shopper.AskAsync("and what is the airspeed of an unladen swallow?");
        Assert.Empty(await EscalatedAsync(shopper));
    }

    [Theory]
    [InlineData("please cancel my order {0}, {1}")]
    [InlineData("I'd like a refund for order {0}, {1}")]
    [InlineData("change the delivery address of my order {0} please, my e-mail is {1}")]
    public async Task A_wish_to_change_an_order_is_the_agents_own_and_nothing_is_done_without_a_yes(string wish)
    {
        var (number, email) = await SampleOrderAsync("not_yet_shipped");
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var reply = await shopper.AskAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, wish, number, email));

        Assert.Empty(await EscalatedAsync(shopper));
        Assert.Contains(number, reply, StringComparison.Ordinal);
        Assert.DoesNotContain(await shopper.EverythingAsync(), e => (string)e["type"]! == "action.updated");
    }

    [Fact]
    public async Task A_wish_that_no_tool_can_fulfil_goes_to_the_team_with_its_facts()
    {
        var (number, email) = await SampleOrderAsync("not_yet_shipped");
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        var reply = await shopper.AskAsync($"can I add a birthday cake to order {number}? {email}");

        var told = Assert.Single(await EscalatedAsync(shopper));
        Assert.Equal("order_action", (string)told["reason"]!);
        var summary = (string)(await ReadAsync(shopper))["escalation"]!["summary"]!;
        Assert.Contains(number, summary, StringComparison.Ordinal);
        Assert.Contains(email, summary, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("birthday cake", summary, StringComparison.OrdinalIgnoreCase);
        TellsWhatHappensNext(reply);
    }

    [Fact]
    public async Task A_second_ask_escalates_no_second_time_and_adds_to_the_summary()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("I want to talk to a human please");
        var first = (await ReadAsync(shopper))["escalation"]!;
        var again = await shopper.AskAsync("a person please, my parcel was opened");

        Assert.Single(await EscalatedAsync(shopper));
        var second = (await ReadAsync(shopper))["escalation"]!;
        Assert.Equal((string)first["ticket_id"]!, (string)second["ticket_id"]!);
        Assert.Equal((string)first["at"]!, (string)second["at"]!);
        Assert.Contains("my parcel was opened", (string)second["summary"]!, StringComparison.Ordinal);
        TellsWhatHappensNext(again);
    }

    [Fact]
    public async Task A_threat_after_a_polite_ask_makes_it_urgent_under_the_same_ticket()
    {
        await using var shopper = await Shopper.ArriveAsync(reva.Server.Url);
        await shopper.AskAsync("I want to talk to a human please");
        var first = (await ReadAsync(shopper))["escalation"]!;
        await shopper.AskAsync("answer me or I will call my lawyer and sue you");
        var second = (await ReadAsync(shopper))["escalation"]!;
        Assert.Equal(("urgent", "legal_or_safety"), ((string)second["priority"]!, (string)second["reason"]!));
        Assert.Equal((string)first["ticket_id"]!, (string)second["ticket_id"]!);
        Assert.Single(await EscalatedAsync(shopper));
    }

    [Fact]
    public async Task The_merchant_escalates_once_and_not_at_all_what_is_resolved()
    {
        var program = new RestClient(reva.Server.Http, reva.Settings.ApiKey);
        var id = await program.BeginAsync("hello");
        var first = await program.CallAsync("POST", $"conversations/{id}/escalate", new { reason = "VIP" });
        var second = await program.CallAsync("POST", $"conversations/{id}/escalate", new { reason = "VIP again" });
        Assert.Equal((string)first.Json["ticket_id"]!, (string)second.Json["ticket_id"]!);

        await program.CallAsync("POST", $"conversations/{id}/resolve", new { resolution_summary = "done" });
        var late = await program.CallAsync("POST", $"conversations/{id}/escalate", new { reason = "too late" });
        Assert.Equal((409, "conversation_closed"), (late.Status, late.Code));
        Assert.Equal("resolved", (string)(await program.CallAsync("GET", $"conversations/{id}")).Json["status"]!);
    }

    private static void TellsWhatHappensNext(string reply) =>
        Assert.True(reply.Contains("team", StringComparison.Ordinal) || reply.Contains("person", StringComparison.Ordinal), reply);

    private static async Task<List<JsonNode>> EscalatedAsync(Shopper shopper) => [.. (await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "escalated")];

    private async Task<JsonNode> ReadAsync(Shopper shopper) =>
        (await new RestClient(reva.Server.Http, reva.Settings.ApiKey).CallAsync("GET", $"conversations/{shopper.ConversationId}")).Json;

    private async Task<(string Number, string Email)> SampleOrderAsync(string status)
    {
        var orders = JsonNode.Parse(await reva.Sandbox.Http.GetStringAsync("/_control/sample-orders"))!.AsArray();
        var order = orders.First(o => (string)o!["status"]! == status)!;
        return ((string)order["number"]!, (string)order["email"]!);
    }
}
