using System.Text.Json;

namespace Reva.Sandbox.Models.OpenAi;

/// <summary>Reads a chat completions request.</summary>
internal static class OpenAiReader
{
    public static ModelRequest Read(JsonElement body)
    {
        var names = new Dictionary<string, string>();
        var messages = new List<ModelMessage>();
        var system = new List<string>();
        foreach (var message in body.GetProperty("messages").EnumerateArray())
        {
            var role = message.GetProperty("role").GetString()!;
            if (role is "system" or "developer")
                system.Add(Text(message));
            else
                messages.Add(Message(role, message, names));
        }
        return new ModelRequest(
            body.GetProperty("model").GetString()!, string.Join('\n', system), messages, Tools(body), Flag(body, "stream"),
            body.TryGetProperty("stream_options", out var options) && Flag(options, "include_usage"),
            body.TryGetProperty("response_format", out var format) && format.TryGetProperty("type", out var type) && type.GetString() != "text");
    }

    private static ModelMessage Message(string role, JsonElement message, Dictionary<string, string> names)
    {
        if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
            foreach (var call in calls.EnumerateArray())
                names[call.GetProperty("id").GetString()!] = call.GetProperty("function").GetProperty("name").GetString()!;
        return role == "tool"
            ? new ModelMessage(role, "", [new ToolResult(names.GetValueOrDefault(message.GetProperty("tool_call_id").GetString()!, ""), Text(message))])
            : new ModelMessage(role, Text(message), []);
    }

    private static List<OfferedTool> Tools(JsonElement body) =>
        body.TryGetProperty("tools", out var tools) && tools.ValueKind == JsonValueKind.Array
            ? [.. tools.EnumerateArray().Select(t => t.GetProperty("function")).Select(f => new OfferedTool(
                f.GetProperty("name").GetString()!, f.TryGetProperty("description", out var d) ? d.GetString() ?? "" : "",
                f.TryGetProperty("parameters", out var p) ? p.Clone() : default))]
            : [];

    private static string Text(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
            return "";
        return content.ValueKind == JsonValueKind.Array
            ? string.Concat(content.EnumerateArray().Select(p => p.TryGetProperty("text", out var t) ? t.GetString() : ""))
            : content.ValueKind == JsonValueKind.String ? content.GetString()! : "";
    }

    private static bool Flag(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
