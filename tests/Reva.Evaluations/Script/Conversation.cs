using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Reva.Evaluations.Stores;
using Reva.Testing.Hub;

namespace Reva.Evaluations.Script;

/// <summary>One shopper's conversation over the real hub.</summary>
internal sealed class Conversation : IAsyncDisposable
{
    private readonly EvaluatedStore _store;
    private readonly Shopper _shopper;
    private readonly string? _page;

    private Conversation(EvaluatedStore store, Shopper shopper, string? page) => (_store, _shopper, _page) = (store, shopper, page);

    /// <summary>What the shopper has said, as it was sent.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Cards of the answers so far, the latest answer's last.</summary>
    public List<IReadOnlyList<Card>> Shown { get; } = [];

    public static async Task<Conversation> BeginAsync(EvaluatedStore store, string? page = null) =>
        new(store, await Shopper.ArriveAsync(store.ServerUrl), page);

    /// <summary>Says something and hears everything that the turn brings.</summary>
    public async Task<Answer> SayAsync(string text)
    {
        Said.Add(text);
        var sent = await _shopper.Line.CallAsync("Send", new
        {
            conversationId = _shopper.ConversationId, clientMessageId = Guid.NewGuid().ToString("n"), text,
            page = _page is null ? null : new { url = $"{_store.ServerUrl}/products/{_page}", productHandle = _page },
        });
        var seq = (long)sent!["seq"]!;
        var answer = Answer.Of(await _shopper.UntilAnsweredAsync(seq, seq), await ReadAsync());
        var check = (await ReadAsync("/turns"))["turns"]!.AsArray()[^1]!["trace"]!.AsArray().Last(t => (string?)t!["step"] == "Check")!["detail"]!;
        var unfounded = check["unfounded"]!.AsArray().Select(u => (string)u!).ToList();
        Assert.True(unfounded.Count == 0, $"To “{text}”: nothing bears out “{string.Join("”, “", unfounded)}” in “{answer.Text}”");
        return answer;
    }

    public ValueTask DisposeAsync() => _shopper.DisposeAsync();

    private async Task<JsonNode> ReadAsync(string part = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/conversations/{_shopper.ConversationId}{part}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _store.ApiKey);
        using var response = await _store.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
