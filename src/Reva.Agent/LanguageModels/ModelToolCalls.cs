using System.Text.Json;
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
        var json = JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal));
        return JsonDocument.Parse(mask.Unmask(json)).RootElement.Clone();
    }
}
