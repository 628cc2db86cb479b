using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reva.Testing.Server;

/// <summary>A merchant's program: calls the REST API with its key. Safe for many threads.</summary>
public sealed class RestClient(HttpClient http, string? key)
{
    /// <summary>Calls with a body of ours, as JSON.</summary>
    public Task<RestAnswer> CallAsync(string method, string path, object? body = null, string? idempotencyKey = null) =>
        CallAsync(method, path, body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), idempotencyKey);

    /// <summary>Calls with whatever body.</summary>
    public async Task<RestAnswer> CallAsync(string method, string path, HttpContent? body, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : "/api/v1/" + path) { Content = body };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (idempotencyKey is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request);
        return new RestAnswer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync(), response.Headers);
    }

    /// <summary>Begins a conversation; its id.</summary>
    public async Task<string> BeginAsync(string text) =>
        (string)(await CallAsync("POST", "conversations", new { initial_message = text })).Taken["conversation_id"]!;

    /// <summary>Says something in a conversation; the answer's words.</summary>
    public async Task<string> AskAsync(string conversationId, string text) =>
        (string)(await CallAsync("POST", $"conversations/{conversationId}/messages", new { content = text })).Taken["response"]!;
}

/// <summary>What the API answered.</summary>
public sealed record RestAnswer(int Status, string ContentType, string Text, HttpResponseHeaders Headers)
{
    /// <summary>Its body as JSON; throws when it is none.</summary>
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException($"{Status} without a body.");

    /// <summary>Its body as JSON; throws with the problem's words when the call was refused.</summary>
    public JsonNode Taken => Status < 300 ? Json : throw new InvalidOperationException($"Refused with {Status}: {Text}");

    /// <summary>The code of a problem; null when it is none.</summary>
    public string? Code => ContentType == "application/problem+json" ? (string?)Json["code"] : null;
}
