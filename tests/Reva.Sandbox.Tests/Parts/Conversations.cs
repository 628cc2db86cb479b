namespace Reva.Sandbox.Tests.Parts;

/// <summary>Requests and scripts that several tests use.</summary>
internal static class Conversations
{
    public static object LookUpAnOrder { get; } = new
    {
        steps = new object[]
        {
            new { text = "One moment.", toolCalls = new[] { new { name = "find_orders", arguments = new { number = "{{user}}" } } } },
            new { text = "It is {{tool.find_orders.orders[0].status}}." },
        },
    };

    public static object OpenAi(bool stream, string user, string? result = null, bool tools = false)
    {
        var messages = new List<object> { new { role = "system", content = "You help in a shop." }, new { role = "user", content = user } };
        if (result is not null)
        {
            messages.Add(new { role = "assistant", tool_calls = new[] { new { id = "c1", type = "function", function = new { name = "find_orders", arguments = "{}" } } } });
            messages.Add(new { role = "tool", tool_call_id = "c1", content = result });
        }
        return new { model = "m", stream, stream_options = new { include_usage = true }, messages, tools = tools ? Tools() : null };
    }

    /// <summary>The data of each event in a stream.</summary>
    public static async Task<IReadOnlyList<string>> Events(HttpResponseMessage response)
    {
        using var taken = response;
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => l[6..])];
    }

    private static object[] Tools() =>
    [
        Tool("get_order", "Read an order", "orderNumber"), Tool("search_products", "Search the shop for a product such as a jacket", "query"),
    ];

    private static object Tool(string name, string description, string argument) => new
    {
        type = "function",
        function = new
        {
            name, description,
            parameters = new { type = "object", properties = new Dictionary<string, object> { [argument] = new { type = "string" } }, required = new[] { argument } },
        },
    };
}
