using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Reva.Sandbox.Tests.Mail;

public sealed class ResendTests : IAsyncLifetime
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
    public async Task A_mail_that_is_sent_lies_in_the_outbox_of_its_recipient_alone()
    {
        var id = (string)(await SendAsync(Mail("ada@shop.example", "Hello"), "k1")).Json["id"]!;
        var sent = Assert.Single((await OutboxAsync("ada@shop.example"))!);
        Assert.Equal((id, "Hello", "k1"), ((string)sent!["id"]!, (string)sent["subject"]!, (string)sent["idempotencyKey"]!));
        Assert.Empty((await OutboxAsync("bob@shop.example"))!);
    }

    [Fact]
    public async Task The_same_key_sends_once_and_takes_no_other_mail()
    {
        var first = await SendAsync(Mail("ada@shop.example", "Hello"), "k1");
        var again = await SendAsync(Mail("ada@shop.example", "Hello"), "k1");
        var other = await SendAsync(Mail("ada@shop.example", "Something else"), "k1");

        Assert.Equal((string)first.Json["id"]!, (string)again.Json["id"]!);
        Assert.Equal((HttpStatusCode.Conflict, "invalid_idempotent_request"), (other.Status, (string)other.Json["name"]!));
        Assert.Single((await OutboxAsync(null))!);
    }

    [Fact]
    public async Task A_lost_answer_is_a_mail_that_went_all_the_same()
    {
        await _http.PostAsJsonAsync("/_control/faults", new { service = "mail", kind = "lost", count = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => SendAsync(Mail("ada@shop.example", "Hello"), "k1"));
        Assert.Single((await OutboxAsync("ada@shop.example"))!);
    }

    [Theory]
    [InlineData("nobody", "Hello", "re_sandbox", 422)]
    [InlineData("ada@shop.example", "", "re_sandbox", 422)]
    [InlineData("ada@shop.example", "Hello", "re_wrong", 401)]
    public async Task What_the_service_would_refuse_is_refused(string to, string subject, string key, int status)
    {
        Assert.Equal(status, (int)(await SendAsync(Mail(to, subject), null, key)).Status);
        Assert.Empty((await OutboxAsync(null))!);
    }

    private static object Mail(string to, string subject) => new { from = "Shop <care@shop.example>", to = new[] { to }, subject, text = "words" };

    private Task<JsonArray?> OutboxAsync(string? to) => _http.GetFromJsonAsync<JsonArray>($"/_control/mail?to={to}");

    private async Task<(HttpStatusCode Status, JsonNode Json)> SendAsync(object mail, string? idempotencyKey, string key = "re_sandbox")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/resend/emails") { Content = JsonContent.Create(mail) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
