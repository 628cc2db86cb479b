using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Orleans;
using Orleans.Runtime;
using Reva.Core.Policies;

namespace Reva.Grains.Policies;

/// <inheritdoc cref="IPolicyGrain"/>
public sealed class PolicyGrain([PersistentState("policies", "documents")] IPersistentState<PolicyDocument> document, IConfiguration configuration, TimeProvider clock) : Grain, IPolicyGrain
{
    /// <inheritdoc/>
    public Task<PolicyView> Read() => Task.FromResult(View());

    /// <inheritdoc/>
    public async Task<PolicyChange> Change(string json, int? expectedVersion, string person)
    {
        StorePolicies policies;
        try
        {
            policies = PolicyJson.Read(json);
        }
        catch (JsonException wrong)
        {
            return new PolicyChange(null, [new PolicyProblem(wrong.Path ?? "", wrong.Message)]);
        }
        var problems = PolicySettings.Check(policies);
        if (!problems.IsEmpty)
            return new PolicyChange(null, [.. problems.Select(p => new PolicyProblem(p.Path, p.Message))]);
        if (expectedVersion is { } expected && expected != document.State.Version)
            return new PolicyChange(null, []);
        document.State = new PolicyDocument { Json = PolicyJson.Write(policies), Version = document.State.Version + 1, ChangedAt = clock.GetUtcNow(), ChangedBy = person };
        await document.WriteStateAsync();
        return new PolicyChange(View(), []);
    }

    // Until the merchant says something, the installation's own settings stand, and else the defaults.
    private PolicyView View() => new(document.State.Json ?? Configured(), document.State.Version, document.State.ChangedAt, document.State.ChangedBy);

    private string Configured() =>
        configuration[$"Stores:{this.GetPrimaryKeyString()["policy:".Length..]}:Policies"] is { Length: > 0 } json ? PolicyJson.Write(PolicyJson.Read(json)) : PolicyJson.Write(new StorePolicies());
}
