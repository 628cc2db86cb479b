using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Reva.Agent.Privacy;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>Runs the tools a model calls, one after another; only tools of the specialist exist.</summary>
internal static class ModelToolCalls
{
    private const int MostCalls = 6;

    public static async Task<List<AIContent>> RunAsync(List<FunctionCallContent> calls, ISpecialist specialist, TurnContext turn, PersonalDataMask mask, CancellationToken cancellationToken)
    {
        var results = new List<AIContent>();
        foreach (var (index, call) in calls.Index())
        {
            var tool = specialist.Tools.FirstOrDefault(t => t.Name == call.Name);
            var answer = tool is null || index >= MostCalls
                ? """{"error":"This tool cannot be used now."}"""
                : (await tool.InvokeAsync(Arguments(call, mask), turn, cancellationToken)).Json;
            results.Add(new FunctionResultContent(call.CallId, mask.Mask(answer)));
        }
        return results;
    }

    private static JsonElement Arguments(FunctionCallContent call, PersonalDataMask mask)
    {
        var arguments = JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return JsonSerializer.SerializeToElement(Unmasked(arguments, mask));
    }

    // Text by text: a value with a quotation mark would break JSON that is put together as one string.
    private static JsonNode? Unmasked(JsonNode? node, PersonalDataMask mask) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Unmasked(f.Value, mask)))),
        JsonArray items => new JsonArray([.. items.Select(i => Unmasked(i, mask))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(mask.Unmask(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
