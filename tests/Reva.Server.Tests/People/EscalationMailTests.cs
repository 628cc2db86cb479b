using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.People;

/// <summary>The merchant hears of every ticket, once.</summary>
public sealed class EscalationMailTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Fact]
    public async Task The_merchant_reads_the_ticket_what_was_said_and_how_to_take_over()
    {
        await using var server = await ServerInside.StartAsync(house.Settings());
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync("your kettle burned my hand and I am in hospital");
        var ticket = await MailHouse.TicketAsync(shopper);
        var settled = await MailHouse.SettledAsync(Program(server), ticket);

        Assert.Equal("sent", (string)settled["status"]!);
        var mail = Assert.Single(await house.MailsAsync(ticket));
        Assert.Equal($"[Urgent] {ticket}: legal or safety matter", (string)mail["subject"]!);
        Assert.Equal("\"Fern & Fell assistant\" <care@fernandfell.example>", (string)mail["from"]!);
        var text = (string)mail["text"]!;
        foreach (var part in new[] { ticket, "Urgent", "burned my hand", "Suggested next step:", $"/api/v1/conversations/{shopper.ConversationId}/takeover" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost", null, 1)]
    [InlineData("status", 502, 3)]
    [InlineData("reset", null, 2)]
    [InlineData("malformed", null, 1)]
    [InlineData("throttle", null, 2)]
    public async Task A_mail_service_that_stumbles_sends_it_once_all_the_same(string fault, int? status, int count)
    {
        await using var server = await ServerInside.StartAsync(house.Settings());
        await house.BreakAsync(fault, count, status);
        var ticket = await MailHouse.AskForPersonAsync(server.Url);
        var settled = await MailHouse.SettledAsync(Program(server), ticket);

        Assert.Equal("sent", (string)settled["status"]!);
        Assert.Single(await house.MailsAsync(ticket));
        Assert.Equal(count + 1, await house.TriesAsync(ticket));
    }

    [Fact]
    public async Task A_server_killed_between_the_ticket_and_its_mail_sends_it_once_when_it_is_back()
    {
        await house.BreakAsync("lost");
        await using var server = await ServerProcess.Start(house.Settings());
        var ticket = await MailHouse.AskForPersonAsync(server.Url);
        // The service has it, and Reva has not heard: the worst moment to die.
        await Eventually.Is("the service took the mail", async () => (await house.MailsAsync(ticket)).Count > 0);
        server.Kill();
        await house.MendAsync();
        await server.Start();
        var settled = await MailHouse.SettledAsync(new RestClient(server.Http, house.Settings().ApiKey), ticket);

        Assert.Equal("sent", (string)settled["status"]!);
        Assert.Single(await house.MailsAsync(ticket));
    }

    [Fact]
    public async Task What_cannot_be_sent_in_a_day_is_given_up_for_all_to_see()
    {
        var clock = new ShiftableClock();
        await using var server = await ServerInside.StartAsync(house.Settings(), clock);
        await house.BreakAsync("status", status: 500);
        var ticket = await MailHouse.AskForPersonAsync(server.Url);
        await Eventually.Is("it was tried", async () => await house.TriesAsync(ticket) > 0);
        clock.Advance(TimeSpan.FromHours(25));
        var settled = await MailHouse.SettledAsync(Program(server), ticket);
        await house.MendAsync();

        Assert.Equal("given_up", (string)settled["status"]!);
        Assert.Contains("500", (string)settled["error"]!, StringComparison.Ordinal);
        Assert.Empty(await house.MailsAsync(ticket));
        Assert.Equal(200, (await Program(server).CallAsync("GET", "mails?status=given_up")).Status);
    }

    [Fact]
    public async Task An_address_that_is_none_is_given_up_at_once()
    {
        await using var server = await ServerInside.StartAsync(house.Settings(("Stores:demo:Support:Mailbox", "nobody")));
        var ticket = await MailHouse.AskForPersonAsync(server.Url);
        var settled = await MailHouse.SettledAsync(Program(server), ticket);
        Assert.Equal(("given_up", 1), ((string)settled["status"]!, (int)settled["attempts"]!));
    }

    [Fact]
    public async Task A_ticket_has_one_mail_and_the_next_ticket_another()
    {
        await using var server = await ServerInside.StartAsync(house.Settings());
        await using var talk = await Takeover.ArriveAsync(server.Url, server.Http, house.Settings().ApiKey);
        await talk.Shopper.AskAsync("I want to talk to a human please");
        await talk.Shopper.AskAsync("a person please, and I will call my lawyer");
        var first = await MailHouse.TicketAsync(talk.Shopper);
        await talk.TakeOverAsync();
        await talk.ReplyAsync("Dana here. Sorry for that.");
        await talk.HandBackAsync();
        await talk.Shopper.AskAsync("I want to talk to a human again");
        var second = await MailHouse.TicketAsync(talk.Shopper);

        Assert.NotEqual(first, second);
        foreach (var ticket in new[] { first, second })
        {
            await MailHouse.SettledAsync(talk.Program, ticket);
            Assert.Single(await house.MailsAsync(ticket));
        }
    }

    private RestClient Program(ServerInside server) => new(server.Http, house.Settings().ApiKey);
}
