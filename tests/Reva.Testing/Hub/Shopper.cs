using System.Text.Json.Nodes;

namespace Reva.Testing.Hub;

/// <summary>A shopper at the widget: one line, one conversation.</summary>
public sealed class Shopper : IAsyncDisposable
{
    private readonly HubLine _line;

    private Shopper(HubLine line, string storeId, JsonNode started)
    {
        _line = line;
        StoreId = storeId;
        ConversationId = (string)started["conversationId"]!;
        Token = (string)started["visitorToken"]!;
        LastSeq = (long)started["lastSeq"]!;
    }

    public string StoreId { get; }

    public string ConversationId { get; }

    public string Token { get; }

    public long LastSeq { get; }

    public HubLine Line => _line;

    public static async Task<Shopper> ArriveAsync(string serverUrl, string? token = null, string storeId = "demo", bool fresh = false)
    {
        var line = await HubLine.OpenAsync(serverUrl);
        return new Shopper(line, storeId, (await line.CallAsync("Start", new { storeId, visitorToken = token, fresh }))!);
    }

    /// <summary>Sends a message; the number it was stored under.</summary>
    public async Task<long> SayAsync(string text, string? clientMessageId = null) =>
        (long)(await _line.CallAsync("Send", new { conversationId = ConversationId, clientMessageId = clientMessageId ?? Guid.NewGuid().ToString("n"), text }))!["seq"]!;

    /// <summary>Events after a number until the message stored under <paramref name="seq"/> is answered.</summary>
    public async Task<List<JsonNode>> UntilAnsweredAsync(long seq, long after = 0)
    {
        var events = new List<JsonNode>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await foreach (var next in (await _line.StreamAsync("Subscribe", ConversationId, after)).ReadAllAsync(patience.Token))
            {
                events.Add(next);
                if ((string)next["type"]! is "text.completed" or "error" && (long)next["seq"]! > seq)
                    return events;
            }
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"Message {seq} was not answered. What came: {string.Join(' ', events.Select(e => $"{e["seq"]}:{e["type"]}"))}", late);
        }
        throw new InvalidOperationException("The stream ended before the answer.");
    }

    /// <summary>All that is stored of the conversation, read over a line of its own.</summary>
    public async Task<List<JsonNode>> EverythingAsync()
    {
        await using var again = await ArriveAsync(_line.ServerUrl, Token, StoreId);
        return await again.NextAsync(0, (int)again.LastSeq);
    }

    /// <summary>The next stored events after a number.</summary>
    public async Task<List<JsonNode>> NextAsync(long after, int count)
    {
        var events = new List<JsonNode>();
        if (count == 0)
            return events;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var next in (await _line.StreamAsync("Subscribe", ConversationId, after)).ReadAllAsync(patience.Token))
        {
            if ((string)next["type"]! is not ("text.delta" or "typing"))
                events.Add(next);
            if (events.Count == count)
                return events;
        }
        throw new InvalidOperationException("The stream ended before the last event.");
    }

    /// <summary>Says something and hears the answer.</summary>
    public async Task<string> AskAsync(string text)
    {
        var seq = await SayAsync(text);
        var end = (await UntilAnsweredAsync(seq, seq))[^1];
        return (string?)end["text"] ?? (string)end["message"]!;
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();
}
