using Microsoft.Extensions.AI;

namespace Reva.Agent.Ports;

/// <summary>Reads what a call used from its updates. Clients of <see cref="ILanguageModels"/> end each stream with a <see cref="UsageContent"/> that carries its cost.</summary>
public static class ModelUsages
{
    /// <summary>Property of a <see cref="UsageContent"/> with the cost in USD (<see cref="decimal"/>).</summary>
    public const string CostProperty = "costUsd";

    /// <summary>What <paramref name="update"/> reports as used; null when it reports nothing.</summary>
    public static ModelUsage? Usage(this ChatResponseUpdate update) =>
        update.Contents.OfType<UsageContent>().Select(u => Of(u, update.ModelId)).Aggregate((ModelUsage?)null, Sum);

    /// <summary>What all of <paramref name="response"/> used; null when it reports nothing.</summary>
    public static ModelUsage? Usage(this IEnumerable<ChatResponseUpdate> response) => response.Select(Usage).Aggregate((ModelUsage?)null, Sum);

    /// <summary>Both together, under the later one's model; null when both are.</summary>
    public static ModelUsage? Sum(ModelUsage? first, ModelUsage? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => new(second.Model, first.InputTokens + second.InputTokens, first.OutputTokens + second.OutputTokens, first.CostUsd + second.CostUsd),
    };

    private static ModelUsage Of(UsageContent usage, string? model) => new(
        model ?? "unknown", usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0,
        usage.AdditionalProperties?.TryGetValue(CostProperty, out var cost) == true && cost is decimal usd ? usd : 0m);
}
