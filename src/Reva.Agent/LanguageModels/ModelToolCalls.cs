using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Reva.Agent.Privacy;
using Reva.Agent.Tools;
using Reva.Agent.Turns;

namespace Reva.Agent.LanguageModels;

/// <summary>Runs the tools a model calls, one after another; only tools of the specialist exist.</summary>
internal static class ModelToolCalls
{
    private const int MostCalls = 6;

    public static async Task<List<AIContent>> RunAsync(List<FunctionCallContent> calls, IReadOnlyList<ITool> tools, TurnContext turn, PersonalDataMask mask, CancellationToken cancellationToken)
    {
        var results = new List<AIContent>();
        foreach (var (index, call) in calls.Index())
        {
            var tool = tools.FirstOrDefault(t => t.Name == call.Name);
            var answer = tool is null || index >= MostCalls
                ? await RefusedAsync(call, turn, mask)
                : (await tool.InvokeAsync(Arguments(call, mask), turn, cancellationToken)).Json;
            results.Add(new FunctionResultContent(call.CallId, Masked(answer, mask)));
        }
        return results;
    }

    // A tool that was not offered is an attempt worth knowing of, whoever talked the model into it.
    private static async Task<string> RefusedAsync(FunctionCallContent call, TurnContext turn, PersonalDataMask mask)
    {
        if (turn.Input.Actions is { } actions)
            await actions.AttemptedAsync(call.Name, "The tool was not offered in this state.", Arguments(call, mask).GetRawText());
        return """{"error":"This tool cannot be used now."}""";
    }

    private static JsonElement Arguments(FunctionCallContent call, PersonalDataMask mask)
    {
        var arguments = JsonSerializer.SerializeToNode(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return JsonSerializer.SerializeToElement(EachText(arguments, mask.Unmask));
    }

    private static string Masked(string json, PersonalDataMask mask) => EachText(JsonNode.Parse(json), mask.Mask)!.ToJsonString(ToolJson.Options);

    // Text by text: as one string, a value with a quotation mark or a number with many digits would leave no JSON behind.
    private static JsonNode? EachText(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, EachText(f.Value, change)))),
        JsonArray items => new JsonArray([.. items.Select(i => EachText(i, change))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(change(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
