using System.Text.Json.Nodes;

namespace Reva.Evaluations.Script;

/// <summary>What came back for one message.</summary>
internal sealed record Answer(string Text, string Intent, IReadOnlyList<Card> Cards, JsonNode? Order, IReadOnlyList<string> CitedUrls, JsonNode Conversation)
{
    /// <summary>From the events of a turn, and the conversation as the API shows it after it.</summary>
    public static Answer Of(IReadOnlyList<JsonNode> events, JsonNode conversation)
    {
        var end = events[^1];
        Assert.True((string)end["type"]! == "text.completed", $"The turn ended with {end.ToJsonString()}");
        var numbers = events.Where(e => (string)e["type"]! is not ("text.delta" or "typing")).Select(e => (long)e["seq"]!).ToList();
        Assert.True(numbers.SequenceEqual(Enumerable.Range(0, numbers.Count).Select(i => numbers[0] + i)), $"Events {string.Join(", ", events.Select(e => $"{e["seq"]} {e["type"]}"))} have gaps.");
        return new Answer(
            (string)end["text"]!,
            events.Select(e => (string?)e["intent"]).OfType<string>().Last(),
            [.. events.Where(e => (string)e["type"]! == "products").SelectMany(e => e["products"]!.AsArray()).Select(p => Card.Of(p!))],
            events.LastOrDefault(e => (string)e["type"]! == "order")?["order"],
            [.. end["citations"]!.AsArray().Select(c => (string)c!["url"]!)],
            conversation);
    }

    public string Status => (string)Conversation["status"]!;

    public JsonNode? Escalation => Conversation["escalation"];
}

/// <summary>A product as it was shown.</summary>
internal sealed record Card(string Handle, string Title, decimal Price, bool Available)
{
    public static Card Of(JsonNode product) =>
        new((string)product["handle"]!, (string)product["title"]!, (decimal)product["price"]!["amount"]!, (bool)product["available"]!);
}
