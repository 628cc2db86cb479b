using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Agent.Ports;
using Reva.Connections.Tests.Parts;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Mail;

public sealed class ResendMailTests : IAsyncLifetime
{
    private SandboxHost _sandbox = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_sandbox.Url) };
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_arrives_with_its_sender_its_answer_address_and_its_thread()
    {
        await using var connected = Connect();
        var id = await SendAsync(connected, Mail() with { FromName = "Fern \"the\" Fell", ReplyTo = "ada@example.com", Thread = "T-1", Html = "<p>words</p>" });
        var mail = Assert.Single(await SentAsync());
        Assert.Equal(id, (string)mail["id"]!);
        Assert.Equal(("\"Fern 'the' Fell\" <care@shop.example>", "ada@example.com", "<T-1@shop.example>", "words", "<p>words</p>"),
            ((string)mail["from"]!, (string)mail["replyTo"]!, (string)mail["headers"]!["References"]!, (string)mail["text"]!, (string)mail["html"]!));
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("reset")]
    [InlineData("malformed")]
    [InlineData("throttle")]
    [InlineData("status")]
    [InlineData("silence")]
    public async Task A_stumble_is_tried_again_under_the_same_key(string fault)
    {
        await using var connected = Connect();
        await BreakAsync(fault, 1);
        await SendAsync(connected, Mail());
        Assert.Single(await SentAsync());
    }

    [Fact]
    public async Task A_service_that_stays_away_is_said_to_be_away_and_then_left_alone()
    {
        await using var connected = Connect(("Mail:BreakSeconds", "60"));
        await BreakAsync("status", null);
        for (var i = 0; i < 6; i++)
            await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(connected, Mail()));
        Assert.True(await TriesAsync() < 18, "Every try was made though the service was known to be away.");
    }

    [Theory]
    [InlineData("nobody", "words")]
    [InlineData("ada@example.com", null)]
    public async Task What_the_service_refuses_is_not_tried_again(string to, string? text)
    {
        await using var connected = Connect();
        await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(connected, Mail() with { To = to, Text = text! }));
        Assert.Equal(1, await TriesAsync());
    }

    [Fact]
    public async Task A_key_used_for_another_mail_sends_nothing()
    {
        await using var connected = Connect();
        await SendAsync(connected, Mail());
        await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(connected, Mail() with { Text = "other words" }));
        Assert.Single(await SentAsync());
    }

    [Fact]
    public async Task A_key_that_is_no_header_still_makes_one_mail_of_two()
    {
        await using var connected = Connect();
        var key = new string('ü', 400);
        var first = await connected.Get<IMail>().SendAsync("demo", Mail(), key, CancellationToken.None);
        Assert.Equal(first, await connected.Get<IMail>().SendAsync("demo", Mail(), key, CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_service_or_with_a_wrong_key_mail_can_wait()
    {
        await using var without = new Connected([]);
        await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(without, Mail()));
        await using var wrong = Connect(("Mail:ApiKey", "re_wrong"));
        await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(wrong, Mail()));
    }

    private static MailMessage Mail() => new() { To = "team@shop.example", Subject = "Hello", Text = "words" };

    private static Task<string> SendAsync(Connected connected, MailMessage mail) => connected.Get<IMail>().SendAsync("demo", mail, "demo:k1", CancellationToken.None);

    private Connected Connect(params (string Key, string Value)[] settings) => new(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mail:BaseUrl"] = _sandbox.Url + "/resend", ["Mail:ApiKey"] = SandboxOptions.DefaultMailKey, ["Mail:From"] = "care@shop.example", ["Mail:TrySeconds"] = "1",
        }.Concat(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).GroupBy(s => s.Key).Select(g => g.Last()));

    private async Task BreakAsync(string kind, int? count) => (await _http.PostAsJsonAsync("/_control/faults", new { service = "mail", kind, count })).EnsureSuccessStatusCode();

    private async Task<List<JsonNode>> SentAsync() => [.. (await _http.GetFromJsonAsync<JsonArray>("/_control/mail"))!.OfType<JsonNode>()];

    private async Task<int> TriesAsync() => (int)(await _http.GetFromJsonAsync<JsonNode>("/_control/requests?service=mail"))!["count"]!;
}
