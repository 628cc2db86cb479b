using System.Text.Json.Nodes;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Models;

/// <summary>One turn as a widget hears it: every event from the message to its end, and the text as its deltas make it up.</summary>
internal sealed record Turn(List<JsonNode> Events, string Shown, IReadOnlyList<JsonNode> Deltas)
{
    public JsonNode End => Events[^1];

    public string Text => (string)End["text"]!;

    public string Model => (string)End["usage"]!["model"]!;

    public IEnumerable<JsonNode> Of(string type) => Events.Where(e => (string)e["type"]! == type);

    /// <summary>Says something and hears the turn out; a delta must begin where the text so far ends, or replace from before.</summary>
    public static async Task<Turn> OfAsync(Shopper shopper, string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var live = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, shopper.LastSeq);
        var seq = await shopper.SayAsync(words);
        var (events, deltas, shown) = (new List<JsonNode>(), new List<JsonNode>(), "");
        await foreach (var next in live.ReadAllAsync(patience.Token))
        {
            if ((string)next["type"]! == "text.delta")
            {
                var offset = (int)next["offset"]!;
                Assert.InRange(offset, 0, shown.Length);
                shown = shown[..offset] + (string)next["text"]!;
                deltas.Add(next);
                continue;
            }
            if ((string)next["type"]! is "text.completed" or "error" && (long)next["seq"]! < seq)
                shown = "";
            if ((long)next["seq"]! < seq)
                continue;
            events.Add(next);
            if ((string)next["type"]! is "text.completed" or "error")
                return new(events, shown, deltas);
        }
        throw new InvalidOperationException("The stream ended before the turn.");
    }
}
