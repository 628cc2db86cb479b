using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reva.Sandbox.Models.Scripts;

/// <summary>
/// Fills <c>{{user}}</c> (what the user said last), <c>{{model}}</c>, <c>{{tool.NAME}}</c> (the latest result of a tool) and
/// <c>{{tool.NAME.path[0].to.value}}</c>. What is not there becomes nothing.
/// </summary>
internal sealed partial class Template(ModelRequest request)
{
    public string Fill(string text) => Place().Replace(text, m => Value(m.Groups["path"].Value));

    /// <summary>Fills the texts inside a JSON object.</summary>
    public string Fill(JsonObject? arguments) => Filled(arguments)?.ToJsonString() ?? "{}";

    private JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Filled)]),
        JsonValue v when v.GetValueKind() == JsonValueKind.String => JsonValue.Create(Fill(v.GetValue<string>())),
        _ => node?.DeepClone(),
    };

    private string Value(string path)
    {
        if (path == "user")
            return request.LastUserText;
        if (path == "model")
            return request.Model;
        if (path.Split('.', 3) is not ["tool", var tool, ..] parts || request.ToolResults.LastOrDefault(r => r.Tool == tool) is not { } result)
            return "";
        return parts.Length == 2 ? result.Content : Text(Walk(Parse(result.Content), parts[2]));
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? Walk(JsonNode? node, string path)
    {
        foreach (Match part in Part().Matches(path))
        {
            node = part.Groups["index"] is { Success: true } index
                ? (node as JsonArray)?.ElementAtOrDefault(int.Parse(index.ValueSpan, CultureInfo.InvariantCulture))
                : (node as JsonObject)?[part.Value];
        }
        return node;
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString() ?? "";

    [GeneratedRegex(@"\{\{\s*(?<path>[^{}]+?)\s*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\[(?<index>\d{1,6})\]|[^.\[\]]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
