namespace Reva.Agent.Grounding;

/// <summary>How far replies are held against what the conversation has heard.</summary>
public sealed record GroundingOptions
{
    /// <summary>
    /// Whether replies by rules are checked for the trace as well. They are made of tool results, and the check takes as long as the rest of their turn;
    /// a model's replies are always checked before they end.
    /// </summary>
    public bool TraceRules { get; init; }
}
