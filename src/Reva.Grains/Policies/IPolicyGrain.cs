using System.Collections.Immutable;
using Orleans;

namespace Reva.Grains.Policies;

/// <summary>What a store's merchant allows the agent to do. Key: <c>policy:{store}</c>.</summary>
public interface IPolicyGrain : IGrainWithStringKey
{
    /// <summary>The policies as they are now.</summary>
    Task<PolicyView> Read();

    /// <summary>Replaces them. Answers what is wrong with them instead when they cannot stand, or that somebody else was first.</summary>
    /// <param name="json">All settings as JSON; what is left out has its default.</param>
    /// <param name="expectedVersion">The version they were read at; null to replace whatever stands.</param>
    /// <param name="person">Who changes them.</param>
    Task<PolicyChange> Change(string json, int? expectedVersion, string person);
}

/// <summary>Policies as stored.</summary>
/// <param name="Json">All settings.</param>
/// <param name="Version">Counts changes; 0 while the defaults stand.</param>
/// <param name="ChangedAt">When they were last changed.</param>
/// <param name="ChangedBy">By whom.</param>
[GenerateSerializer, Immutable]
public sealed record PolicyView(string Json, int Version, DateTimeOffset? ChangedAt, string? ChangedBy);

/// <summary>What became of a change.</summary>
/// <param name="Stored">The policies as stored now; null when nothing was.</param>
/// <param name="Problems">What is wrong, setting by setting; empty when they were stored or somebody else was first.</param>
[GenerateSerializer, Immutable]
public sealed record PolicyChange(PolicyView? Stored, ImmutableArray<PolicyProblem> Problems);

/// <summary>What is wrong with a setting.</summary>
/// <param name="Path">Which, e.g. <c>actions.refund.perOrder</c>.</param>
/// <param name="Message">What to do.</param>
[GenerateSerializer, Immutable]
public sealed record PolicyProblem(string Path, string Message);
