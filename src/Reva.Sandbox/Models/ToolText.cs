using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reva.Sandbox.Models;

/// <summary>A tool's answer in plain sentences: every word and figure comes from it.</summary>
internal static class ToolText
{
    private const int MostItems = 3;

    public static string Of(string content)
    {
        try
        {
            return Say(JsonNode.Parse(content)) is { Length: > 0 } said ? said : "There is nothing to be found.";
        }
        catch (JsonException)
        {
            return content;
        }
    }

    private static string Say(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } list when list[0] is JsonObject => string.Join('\n', list.Take(MostItems).Select(i => "- " + Say(i))),
        JsonArray list => string.Join(", ", list.Take(MostItems).Select(Say)),
        JsonObject fields => Fields(fields),
        JsonValue value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => "",
    };

    private static string Fields(JsonObject fields)
    {
        var plain = fields.Where(f => f.Value is JsonValue && !IsMachineOnly(f.Key)).Select(f => $"{Spoken(f.Key)}: {Say(f.Value)}");
        var nested = fields.Where(f => f.Value is JsonObject or JsonArray { Count: > 0 }).Select(f => $"{Spoken(f.Key)}:\n{Say(f.Value)}");
        var text = string.Join(", ", plain);
        return string.Join('\n', new[] { text }.Concat(nested).Where(t => t.Length > 0));
    }

    private static bool IsMachineOnly(string name) => name is "id" or "handle" or "image" or "ok" || name.EndsWith("Id", StringComparison.Ordinal);

    // camelCase and snake_case as words.
    private static string Spoken(string name) =>
        string.Concat(name.Select((c, i) => c == '_' ? " " : char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
