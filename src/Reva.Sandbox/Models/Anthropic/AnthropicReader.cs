using System.Text.Json;

namespace Reva.Sandbox.Models.Anthropic;

/// <summary>Reads a messages request.</summary>
internal static class AnthropicReader
{
    public static ModelRequest Read(JsonElement body)
    {
        var names = new Dictionary<string, string>();
        // A limit is compulsory in the real API, and forgetting it should be found here.
        _ = body.GetProperty("max_tokens").GetInt32();
        return new ModelRequest(
            body.GetProperty("model").GetString()!, body.TryGetProperty("system", out var system) ? Text(system) : "",
            [.. body.GetProperty("messages").EnumerateArray().Select(m => Message(m, names))], Tools(body),
            body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True, IncludeUsage: true, WantsJson: body.TryGetProperty("output_format", out _));
    }

    private static ModelMessage Message(JsonElement message, Dictionary<string, string> names)
    {
        var role = message.GetProperty("role").GetString()!;
        var content = message.GetProperty("content");
        if (content.ValueKind != JsonValueKind.Array)
            return new ModelMessage(role, content.GetString() ?? "", []);
        var results = new List<ToolResult>();
        foreach (var block in content.EnumerateArray())
        {
            if (block.GetProperty("type").GetString() == "tool_use")
                names[block.GetProperty("id").GetString()!] = block.GetProperty("name").GetString()!;
            else if (block.GetProperty("type").GetString() == "tool_result")
                results.Add(new ToolResult(
                    names.GetValueOrDefault(block.GetProperty("tool_use_id").GetString()!, ""), block.TryGetProperty("content", out var result) ? Text(result) : ""));
        }
        return new ModelMessage(role, Text(content), results);
    }

    private static List<OfferedTool> Tools(JsonElement body) =>
        body.TryGetProperty("tools", out var tools)
            ? [.. tools.EnumerateArray().Where(t => t.TryGetProperty("name", out _)).Select(t => new OfferedTool(
                t.GetProperty("name").GetString()!, t.TryGetProperty("description", out var d) ? d.GetString() ?? "" : "",
                t.TryGetProperty("input_schema", out var s) ? s.Clone() : default))]
            : [];

    private static string Text(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Where(b => b.TryGetProperty("text", out _)).Select(b => b.GetProperty("text").GetString())),
        _ => "",
    };
}
