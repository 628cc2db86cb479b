using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reva.Replay.State;

/// <summary>Finds where two ends part; numbers are compared as numbers.</summary>
internal static class FirstDifference
{
    /// <summary>In words, with the path to it; null when they are the same.</summary>
    public static string? Of(JsonNode? expected, JsonNode? actual, string path = "") => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(p => p.Key).Union(right.Select(p => p.Key), StringComparer.Ordinal)
            .Select(key => Of(left[key], right[key], $"{path}/{key}")).FirstOrDefault(d => d is not null),
        (JsonArray left, JsonArray right) when left.Count == right.Count => left.Select((item, i) => Of(item, right[i], $"{path}/{i}")).FirstOrDefault(d => d is not null),
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number && Number(left) == Number(right) => null,
        _ => JsonNode.DeepEquals(expected, actual) ? null : $"{path}: expected {Text(expected)}, got {Text(actual)}",
    };

    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
