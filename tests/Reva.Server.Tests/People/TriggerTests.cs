using System.Text.Json.Nodes;
using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.People;

/// <summary>What brings a person in though nobody asked for one, as each store sets it.</summary>
public sealed class TriggerTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Fact]
    public async Task A_dear_order_is_looked_at_by_a_person()
    {
        var (number, email) = await house.OrderAsync("not_yet_shipped");
        await using var server = await StartAsync(("HighValue", "1"));
        var (reply, told, summary) = await AskAsync(server, $"I need to change the delivery address of my order {number}, {email}");

        Assert.Equal(("high_value", "high"), Reason(told));
        Assert.Contains($"{number} is of high value: $", summary, StringComparison.Ordinal);
        Assert.Contains("Tried: get_order answered", summary, StringComparison.Ordinal);
        Assert.Contains($"Suggested next step: Look at order {number} yourself", summary, StringComparison.Ordinal);
        Assert.NotEmpty(reply);
    }

    [Fact]
    public async Task A_dear_order_that_is_only_asked_after_is_not()
    {
        var (number, email) = await house.OrderAsync("not_yet_shipped");
        await using var server = await StartAsync(("HighValue", "1"));
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync($"where is my order {number}? {email}");
        Assert.Empty(await EscalatedAsync(shopper));
    }

    [Theory]
    [InlineData("can you make an exception for me and take the worn boots back?")]
    [InlineData("I think you owe me some compensation for the late parcel")]
    public async Task What_no_rule_provides_for_is_decided_by_a_person(string wish)
    {
        await using var server = await StartAsync();
        var (reply, told, summary) = await AskAsync(server, wish);

        Assert.Equal("outside_procedure", Reason(told).Reason);
        Assert.Contains("team", reply, StringComparison.Ordinal);
        Assert.Contains("Suggested next step: Decide whether to make an exception", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("do you do price matching?")]
    [InlineData("are all tents waterproof, without exception?")]
    public async Task A_question_about_rules_is_no_wish_beyond_them(string question)
    {
        await using var server = await StartAsync();
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync(question);
        Assert.DoesNotContain(await EscalatedAsync(shopper), e => (string)e["reason"]! == "outside_procedure");
    }

    [Fact]
    public async Task The_third_conversation_about_an_order_meets_a_person_and_the_second_does_not()
    {
        var (number, email) = await house.OrderAsync("shipped");
        var clock = new ShiftableClock();
        await using var server = await StartAsync(clock, ("ThirdContactDays", "14"));
        var wismo = $"where is my order {number}? {email}";
        for (var contact = 1; contact <= 2; contact++)
        {
            await using var shopper = await Shopper.ArriveAsync(server.Url);
            await shopper.AskAsync(wismo);
            Assert.Empty(await EscalatedAsync(shopper));
            clock.Advance(TimeSpan.FromDays(1));
        }
        var (_, told, summary) = await AskAsync(server, wismo);
        Assert.Equal(("repeated_contact", "high"), Reason(told));
        Assert.Contains($"Contact number 3 about {number} within 14 days", summary, StringComparison.Ordinal);

        // What lies three weeks back is another matter.
        clock.Advance(TimeSpan.FromDays(21));
        await using var later = await Shopper.ArriveAsync(server.Url);
        await later.AskAsync(wismo);
        Assert.Empty(await EscalatedAsync(later));
    }

    [Fact]
    public async Task The_same_browser_is_known_without_any_proof()
    {
        await using var server = await StartAsync(("ThirdContactDays", "14"));
        await using var first = await Shopper.ArriveAsync(server.Url);
        await first.AskAsync("my tent arrived with a broken pole");
        await using var second = await Shopper.ArriveAsync(server.Url, first.Token, fresh: true);
        await second.AskAsync("my tent arrived with a broken pole");
        await using var third = await Shopper.ArriveAsync(server.Url, first.Token, fresh: true);
        await third.AskAsync("my tent arrived with a broken pole");

        Assert.Empty(await EscalatedAsync(second));
        Assert.Equal("repeated_contact", Reason(Assert.Single(await EscalatedAsync(third))).Reason);
    }

    [Fact]
    public async Task A_wish_that_is_repeated_twice_in_vain_reaches_a_person()
    {
        await using var server = await StartAsync();
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync("I want to return something");
        await shopper.AskAsync("I want to send it back");
        Assert.Empty(await EscalatedAsync(shopper));
        await shopper.AskAsync("I just want to return it");
        Assert.Equal("repeated_contact", Reason(Assert.Single(await EscalatedAsync(shopper))).Reason);
    }

    [Fact]
    public async Task Words_that_are_twice_hardly_understood_reach_a_person()
    {
        await using var server = await StartAsync(("LowConfidence", "0.9999"));
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync("a waterproof jacket under 150");
        Assert.Empty(await EscalatedAsync(shopper));
        var reply = await shopper.AskAsync("how long does shipping take?");
        Assert.Equal("low_confidence", Reason(Assert.Single(await EscalatedAsync(shopper))).Reason);
        Assert.Contains("I'm not sure that I understood you rightly", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DayOfWeek.Tuesday, 11, "within the hour")]
    [InlineData(DayOfWeek.Tuesday, 20, "tomorrow from 9:00 our time")]
    [InlineData(DayOfWeek.Saturday, 12, "on Monday, ")]
    public async Task The_shopper_is_told_when_people_are_there(DayOfWeek day, int hour, string expected)
    {
        var clock = new ShiftableClock();
        clock.Advance(NextMoment(day, hour) - clock.GetUtcNow());
        var hours = Enum.GetValues<DayOfWeek>().Except([DayOfWeek.Saturday, DayOfWeek.Sunday]).Select(d => ($"Stores:demo:Hours:{d}", "9:00-12:30, 12:30-17:00")).ToArray();
        await using var server = await ServerInside.StartAsync(house.Settings(hours), clock);
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        Assert.Contains(expected, await shopper.AskAsync("I want to talk to a human please"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stores:demo:Hours:Monday", "9-17")]
    [InlineData("Stores:demo:Hours:Monday", "17:00-9:00")]
    [InlineData("Stores:demo:Hours:Holidays", "Christmas")]
    public async Task Hours_that_cannot_be_meant_are_told_with_their_key(string key, string value)
    {
        var wrong = await Assert.ThrowsAnyAsync<InvalidOperationException>(async () =>
        {
            await using var server = await ServerInside.StartAsync(house.Settings((key, value)));
        });
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
    }

    // The next such moment in the store's own time zone.
    private static DateTimeOffset NextMoment(DayOfWeek day, int hour)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).Date.AddDays(1);
        while (local.DayOfWeek != day)
            local = local.AddDays(1);
        local = local.AddHours(hour);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private Task<ServerInside> StartAsync(params (string Key, string Value)[] support) => StartAsync(null, support);

    private Task<ServerInside> StartAsync(ShiftableClock? clock, params (string Key, string Value)[] support) =>
        ServerInside.StartAsync(house.Settings([.. support.Select(s => ($"Stores:demo:Support:{s.Key}", s.Value))]), clock);

    private async Task<(string Reply, JsonNode Told, string Summary)> AskAsync(ServerInside server, string text)
    {
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        var reply = await shopper.AskAsync(text);
        var told = Assert.Single(await EscalatedAsync(shopper));
        var read = (await new RestClient(server.Http, house.Settings().ApiKey).CallAsync("GET", $"conversations/{shopper.ConversationId}")).Taken;
        return (reply, told, (string)read["escalation"]!["summary"]!);
    }

    private static (string Reason, string Priority) Reason(JsonNode told) => ((string)told["reason"]!, (string)told["priority"]!);

    private static async Task<List<JsonNode>> EscalatedAsync(Shopper shopper) => [.. (await shopper.EverythingAsync()).Where(e => (string)e["type"]! == "escalated")];
}
