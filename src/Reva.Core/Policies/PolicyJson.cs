using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Reva.Core.Actions;

namespace Reva.Core.Policies;

/// <summary>A merchant's policies as JSON: members in camel case, actions and choices in snake case.</summary>
public static class PolicyJson
{
    /// <summary>How it is written and read. Unknown members, members given twice, numbers for choices and nulls where none belong are refused.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>As it is stored and shown.</summary>
    public static string Write(StorePolicies policies) => JsonSerializer.Serialize(policies, Options);

    /// <summary>
    /// Reads policies; what is left out keeps its default, and in an action's rule the default of that action,
    /// so that naming one cap never takes the others away. Throws <see cref="JsonException"/> with words for the merchant.
    /// </summary>
    public static StorePolicies Read(string json)
    {
        var node = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        if (node is not JsonObject policies)
            throw new JsonException("The policies must be one JSON object.");
        if (policies["actions"] is JsonObject actions)
            FillIn(actions);
        return policies.Deserialize<StorePolicies>(Options)!;
    }

    private static void FillIn(JsonObject actions)
    {
        foreach (var (name, given) in actions.ToArray())
        {
            if (given is not JsonObject rule || !ActionKinds.TryParse(name, out var kind))
                throw new JsonException($"actions.{name}: {(given is JsonObject ? "there is no such action." : "this must be a rule.")}");
            var whole = JsonSerializer.SerializeToNode(StorePolicies.Default(kind), Options)!.AsObject();
            foreach (var (member, value) in rule)
                whole[member] = value?.DeepClone();
            actions[name] = whole;
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
