using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Hub;

/// <summary>Reads as a widget does whose line breaks again and again: keeps the last number it saw, and puts replies together from their pieces.</summary>
internal sealed class BrokenReader(string token, string serverUrl)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Stored events in the order in which they came.</summary>
    public List<JsonNode> Stored { get; } = [];

    /// <summary>Replies whose pieces did not add up to what was stored.</summary>
    public List<string> BrokenTexts { get; } = [];

    private long LastSeen => Stored.Count == 0 ? 0 : (long)Stored[^1]["seq"]!;

    /// <summary>Connects, takes up to so many events of those that are there, and cuts the line.</summary>
    public async Task ReadAsync(int count)
    {
        await using var line = await Shopper.ArriveAsync(serverUrl, token);
        var events = await line.Line.StreamAsync("Subscribe", line.ConversationId, LastSeen);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
        try
        {
            for (var i = 0; i < count; i++)
                Take(await events.ReadAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            // Nothing more comes for now: the line is cut in the silence.
        }
    }

    /// <summary>Connects and reads until a number.</summary>
    public async Task ReadUntilAsync(long seq)
    {
        await using var line = await Shopper.ArriveAsync(serverUrl, token);
        var events = await line.Line.StreamAsync("Subscribe", line.ConversationId, LastSeen);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (LastSeen < seq)
            Take(await events.ReadAsync(patience.Token));
    }

    private void Take(JsonNode next)
    {
        var type = (string)next["type"]!;
        if (type == "text.delta")
            Append((string)next["turnId"]!, (int)next["offset"]!, (string)next["text"]!);
        if (type is "text.delta" or "typing")
            return;
        Stored.Add(next);
        if (type == "text.completed" && _texts.TryGetValue((string)next["turnId"]!, out var text) && !((string)next["text"]!).StartsWith(text, StringComparison.Ordinal))
            BrokenTexts.Add($"'{text}' is not how '{next["text"]}' begins");
    }

    private void Append(string turnId, int offset, string piece)
    {
        var text = _texts.GetValueOrDefault(turnId, "");
        if (offset > text.Length)
            BrokenTexts.Add($"a piece at {offset} came after {text.Length} characters");
        else
            _texts[turnId] = text[..offset] + piece;
    }
}
