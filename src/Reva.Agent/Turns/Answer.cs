using Reva.Agent.Ports;

namespace Reva.Agent.Turns;

/// <summary>A reply, who made it, and whether the shopper has seen its words already.</summary>
/// <param name="Streamed">Characters of the text that were sent as deltas.</param>
public sealed record Answer(Reply Reply, ModelUsage Usage, bool Streamed)
{
    /// <summary>By the rule planner; nothing was sent yet.</summary>
    public static Answer ByRules(Reply reply) => new(reply, ModelUsage.Rules, Streamed: false);
}
