using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Api;

[Collection(RevaCollection.Name)]
public sealed class RestTests(ServerFixture reva)
{
    [Fact]
    public async Task A_conversation_is_begun_continued_read_escalated_and_resolved()
    {
        var begun = await OkAsync(HttpMethod.Post, "conversations", new { channel = "api", customer_email = "a@example.com", initial_message = "do you ship to Canada?" }, HttpStatusCode.Created);
        var id = (string)begun["conversation_id"]!;
        Assert.Equal("shipping_question", (string)begun["intent"]!);
        Assert.Contains("Canada", (string)begun["response"]!, StringComparison.Ordinal);
        Assert.False((bool)begun["requires_action"]!);

        var answer = await OkAsync(HttpMethod.Post, $"conversations/{id}/messages", new { content = "waterproof jacket under 150" });
        Assert.Contains("search_products", answer["actions_taken"]!.AsArray().Select(a => (string)a!));

        var escalated = await OkAsync(HttpMethod.Post, $"conversations/{id}/escalate", new { reason = "VIP" });
        Assert.True((bool)escalated["escalated"]!);
        var read = await OkAsync(HttpMethod.Get, $"conversations/{id}");
        Assert.Equal("escalated", (string)read["status"]!);
        Assert.Equal((string)escalated["ticket_id"]!, (string)read["escalation"]!["ticket_id"]!);
        Assert.Equal(4, read["messages"]!.AsArray().Count);
        Assert.Equal(2, (await OkAsync(HttpMethod.Get, $"conversations/{id}/turns"))["turns"]!.AsArray().Count);

        Assert.True((bool)(await OkAsync(HttpMethod.Post, $"conversations/{id}/resolve", new { resolution_summary = "done", csat_score = 5 }))["resolved"]!);
        await ProblemAsync(HttpMethod.Post, $"conversations/{id}/messages", """{"content":"hello?"}""", HttpStatusCode.Conflict, "conversation_closed");
    }

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_conversation_and_the_same_answer()
    {
        var first = await SendAsync(HttpMethod.Post, "conversations", Json(new { initial_message = "hello" }), idempotencyKey: "order-77");
        var second = await SendAsync(HttpMethod.Post, "conversations", Json(new { initial_message = "hello" }), idempotencyKey: "order-77");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Asked_for_events_the_answer_streams_as_the_hub_tells_it()
    {
        var id = (string)(await OkAsync(HttpMethod.Post, "conversations", new { initial_message = "hello" }, HttpStatusCode.Created))["conversation_id"]!;
        using var request = Request(HttpMethod.Post, $"conversations/{id}/messages", Json(new { content = "what is your warranty?" }));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await reva.Server.Http.SendAsync(request);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var types = (await response.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => (string)JsonNode.Parse(l[6..])!["type"]!).ToList();
        Assert.Equal("turn.started", types[0]);
        Assert.Contains("text.delta", types);
        Assert.Equal("text.completed", types[^1]);
    }

    [Fact]
    public async Task Lists_filter_by_status_intent_and_words()
    {
        var word = "zyx" + Guid.NewGuid().ToString("n")[..8];
        var id = (string)(await OkAsync(HttpMethod.Post, "conversations", new { initial_message = $"I want a person, {word}" }, HttpStatusCode.Created))["conversation_id"]!;
        var found = (await OkAsync(HttpMethod.Get, $"conversations?status=escalated&intent=human_request&q={word}"))["conversations"]!.AsArray();
        Assert.Equal(id, (string)Assert.Single(found)!["conversation_id"]!);
        Assert.Empty((await OkAsync(HttpMethod.Get, $"conversations?status=resolved&q={word}"))["conversations"]!.AsArray());
    }

    [Theory]
    [InlineData("POST", "conversations", "{", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "conversations", """{"initial_message":5}""", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("POST", "conversations", """{"initial_message":"  "}""", HttpStatusCode.BadRequest, "message_empty")]
    [InlineData("POST", "conversations", """{"initial_message":"hi","channel":"fax"}""", HttpStatusCode.BadRequest, "invalid_channel")]
    [InlineData("POST", "conversations", """{"initial_message":"hi","customer_email":"nobody"}""", HttpStatusCode.BadRequest, "invalid_email")]
    [InlineData("POST", "conversations/nope/messages", """{"content":"hi"}""", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "conversations/01arz3ndektsv4rrffq69g5fav/messages", """{"content":"hi"}""", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "conversations/01arz3ndektsv4rrffq69g5fav/resolve", """{"resolution_summary":"x"}""", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "conversations/01arz3ndektsv4rrffq69g5fav/resolve", """{"resolution_summary":"x","csat_score":11}""", HttpStatusCode.BadRequest, "invalid_score")]
    [InlineData("GET", "conversations?status=sleeping", null, HttpStatusCode.BadRequest, "invalid_status")]
    [InlineData("GET", "conversations?intent=dance", null, HttpStatusCode.BadRequest, "invalid_intent")]
    [InlineData("GET", "conversations?cursor=%27", null, HttpStatusCode.BadRequest, "invalid_cursor")]
    public async Task Bad_input_gets_a_problem_with_a_code(string method, string path, string? body, HttpStatusCode status, string code) =>
        await ProblemAsync(new HttpMethod(method), path, body, status, code);

    [Fact]
    public async Task A_message_too_long_is_refused()
    {
        await ProblemAsync(HttpMethod.Post, "conversations", $$"""{"initial_message":"{{new string('a', 100_000)}}"}""", HttpStatusCode.BadRequest, "message_too_long");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task Without_a_right_key_nothing_is_told(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/conversations");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await reva.Server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_api_describes_itself_and_health_is_told()
    {
        var described = JsonNode.Parse(await reva.Server.Http.GetStringAsync("/openapi/v1.json"))!;
        Assert.Contains("/api/v1/conversations/{id}/messages", described["paths"]!.AsObject().Select(p => p.Key));
        Assert.Contains("swagger", await reva.Server.Http.GetStringAsync("/docs/index.html"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await reva.Server.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reva.Server.Http.GetAsync("/health/ready")).StatusCode);
    }

    private async Task<JsonNode> OkAsync(HttpMethod method, string path, object? body = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await SendAsync(method, path, body is null ? null : Json(body));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task ProblemAsync(HttpMethod method, string path, string? body, HttpStatusCode status, string code)
    {
        using var response = await SendAsync(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(code, (string)JsonNode.Parse(text)!["code"]!);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? idempotencyKey = null)
    {
        using var request = Request(method, path, content);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return await reva.Server.Http.SendAsync(request);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reva.Settings.ApiKey);
        return request;
    }

    private static JsonContent Json(object body) => JsonContent.Create(body);
}
