using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reva.Testing;

namespace Reva.Server.Tests.Contracts;

/// <summary>Reads tests/contracts/hub-event-types.json and says what of an event does not match it.</summary>
internal static partial class EventTypes
{
    private static readonly JsonObject Types = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "contracts", "hub-event-types.json")))!.AsObject();

    /// <summary>The types that the contract lists.</summary>
    public static IEnumerable<string> Names => Types.Select(t => t.Key).Except(["_", "every", "money"]);

    /// <summary>Everything in which an event differs from its contract; empty when it matches.</summary>
    public static List<string> Differences(JsonNode conversationEvent)
    {
        var type = (string?)conversationEvent["type"] ?? "";
        if (!Names.Contains(type))
            return [$"type '{type}' is not in the contract"];
        var found = new List<string>();
        var shape = new JsonObject([.. Types["every"]!.AsObject().Concat(Types[type]!.AsObject()).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone()))]);
        Compare(conversationEvent, shape, type, found);
        return found;
    }

    private static void Compare(JsonNode? value, JsonNode shape, string at, List<string> found)
    {
        switch (shape)
        {
            case JsonObject fields when value is JsonObject given:
                Fields(given, fields, at, found);
                break;
            case JsonArray elements when value is JsonArray items:
                foreach (var (i, item) in items.Index())
                    Compare(item, elements[0]!, $"{at}[{i}]", found);
                break;
            case JsonValue word when (string)word! == "money":
                Compare(value, Types["money"]!, at, found);
                break;
            case JsonValue word when value is not null && Fits(value, (string)word!):
                break;
            default:
                found.Add($"{at} is {value?.ToJsonString() ?? "null"}; the contract says {shape.ToJsonString()}");
                break;
        }
    }

    private static void Fields(JsonObject given, JsonObject fields, string at, List<string> found)
    {
        var shapes = fields.ToDictionary(f => f.Key.TrimEnd('?'), f => (Shape: f.Value!, Optional: f.Key.EndsWith('?')), StringComparer.Ordinal);
        found.AddRange(given.Where(g => !shapes.ContainsKey(g.Key)).Select(g => $"{at}.{g.Key} is not in the contract"));
        foreach (var (name, (shape, optional)) in shapes)
        {
            if (given.ContainsKey(name))
                Compare(given[name], shape, $"{at}.{name}", found);
            else if (!optional)
                found.Add($"{at}.{name} is missing");
        }
    }

    private static bool Fits(JsonNode value, string word) => (value.GetValueKind(), word) switch
    {
        (JsonValueKind.String, "string") => true,
        (JsonValueKind.String, "ulid") => Ulid().IsMatch((string)value!),
        (JsonValueKind.String, "url") => Uri.TryCreate((string)value!, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
        (JsonValueKind.String, "time") => DateTimeOffset.TryParse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Offset == TimeSpan.Zero,
        (JsonValueKind.String, _) => word.Split('|') is { Length: > 1 } words && words.Contains((string)value!),
        (JsonValueKind.Number, "number") => true,
        (JsonValueKind.Number, "integer") => decimal.IsInteger(decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        _ => false,
    };

    [GeneratedRegex(@"\A[0-9a-z]{26}\z", RegexOptions.None, 200)]
    private static partial Regex Ulid();
}
