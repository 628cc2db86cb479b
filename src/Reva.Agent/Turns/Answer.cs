using System.Collections.Immutable;
using Reva.Agent.Ports;

namespace Reva.Agent.Turns;

/// <summary>A reply, who made it, and whether the shopper has seen its words already.</summary>
/// <param name="Streamed">Characters of the text that were sent as deltas.</param>
public sealed record Answer(Reply Reply, ModelUsage Usage, bool Streamed)
{
    /// <summary>What the check of its facts came to.</summary>
    public GroundingOutcome Grounding { get; init; }

    /// <summary>What was unfounded in words that were taken back.</summary>
    public ImmutableArray<string> TakenBack { get; init; } = [];

    /// <summary>By the rule planner; nothing was sent yet.</summary>
    public static Answer ByRules(Reply reply) => new(reply, ModelUsage.Rules, Streamed: false);
}
