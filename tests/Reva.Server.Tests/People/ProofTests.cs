using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reva.Testing.Hub;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.People;

/// <summary>Who a shopper is, proved over the hub: by a code from the mail, and by the shop's own sign-in.</summary>
public sealed class ProofTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Theory]
    [InlineData("shipped", "where is my order {0}?")]
    [InlineData("delivered", "where is my order?")]
    public async Task The_code_from_the_mail_opens_the_order_that_was_asked_for(string status, string wish)
    {
        var (number, email) = await house.OrderAsync(status);
        await using var server = await ServerInside.StartAsync(house.Settings());
        await using var shopper = await Shopper.ArriveAsync(server.Url);
        await shopper.AskAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, wish, number));
        await shopper.AskAsync("can you send me a code instead?");
        var sent = await shopper.AskAsync(email);
        Assert.Contains("six-digit code", sent, StringComparison.Ordinal);

        var code = await CodeAsync(email);
        var told = await shopper.AskAsync(code);

        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Equal(email, (string?)(await Program(server).CallAsync("GET", $"conversations/{shopper.ConversationId}")).Taken["customer_email"]);
    }

    [Fact]
    public async Task Who_is_signed_in_to_the_shop_need_prove_nothing_and_another_customer_begins_anew()
    {
        var (number, email) = await house.OrderAsync("shipped");
        var (_, other) = await house.OrderAsync("delivered");
        await using var server = await ServerInside.StartAsync(house.Settings());
        var (mine, theirs) = (await TokenAsync(server, email), await TokenAsync(server, other));

        await using var line = await HubLine.OpenAsync(server.Url);
        var started = (await line.CallAsync("Start", new { storeId = "demo", customerToken = mine }))!;
        var told = await AskAsync(server, line, started, "where are my orders?");
        Assert.Contains(number, told, StringComparison.Ordinal);

        await using var again = await HubLine.OpenAsync(server.Url);
        var same = (await again.CallAsync("Start", new { storeId = "demo", visitorToken = (string)started["visitorToken"]!, customerToken = mine }))!;
        Assert.Equal((string)started["conversationId"]!, (string)same["conversationId"]!);
        await using var stranger = await HubLine.OpenAsync(server.Url);
        var fresh = (await stranger.CallAsync("Start", new { storeId = "demo", visitorToken = (string)started["visitorToken"]!, customerToken = theirs }))!;
        Assert.NotEqual((string)started["conversationId"]!, (string)fresh["conversationId"]!);
        Assert.Equal(0, (long)fresh["lastSeq"]!);
    }

    [Fact]
    public async Task A_forged_sign_in_is_nobodys()
    {
        var (number, email) = await house.OrderAsync("shipped");
        await using var server = await ServerInside.StartAsync(house.Settings());
        await using var line = await HubLine.OpenAsync(server.Url);
        var started = (await line.CallAsync("Start", new { storeId = "demo", customerToken = (await TokenAsync(server, email))[..^2] + "xx" }))!;
        Assert.DoesNotContain("tracking", await AskAsync(server, line, started, $"where is my order {number}?"), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> AskAsync(ServerInside server, HubLine line, JsonNode started, string text)
    {
        var id = (string)started["conversationId"]!;
        var seq = (long)(await line.CallAsync("Send", new { conversationId = id, clientMessageId = Guid.NewGuid().ToString("n"), text }))!["seq"]!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var next in (await line.StreamAsync("Subscribe", id, seq)).ReadAllAsync(patience.Token))
        {
            if ((string)next["type"]! is "text.completed" or "error")
                return (string?)next["text"] ?? next.ToJsonString();
        }
        throw new InvalidOperationException("The stream ended before the answer.");
    }

    private async Task<string> CodeAsync(string email)
    {
        var code = "";
        await Eventually.Is("the code is in the mail", async () =>
        {
            var mails = await house.MailsToAsync(email);
            code = mails.Select(m => Regex.Match((string)m["text"]!, "^[0-9]{6}").Value).LastOrDefault(c => c.Length > 0) ?? "";
            return code.Length > 0;
        });
        return code;
    }

    private async Task<string> TokenAsync(ServerInside server, string email) =>
        (string)(await Program(server).CallAsync("POST", "customers/token", new { email })).Taken["token"]!;

    private RestClient Program(ServerInside server) => new(server.Http, house.Settings().ApiKey);
}
