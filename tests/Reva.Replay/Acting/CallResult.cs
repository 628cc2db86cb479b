namespace Reva.Replay.Acting;

/// <summary>What came of one call.</summary>
/// <param name="Name">The call.</param>
/// <param name="End">How it ended.</param>
/// <param name="Why">The rule or code of a refusal, or what is wrong with the call; null for what was done or read.</param>
public sealed record CallResult(string Name, CallEnd End, string? Why = null);

/// <summary>How a call ends.</summary>
public enum CallEnd
{
    /// <summary>Proposed, confirmed and carried out.</summary>
    Done,
    /// <summary>It only reads or changes nothing.</summary>
    Read,
    /// <summary>Refused by the policy, the tool or the back office.</summary>
    Refused,
    /// <summary>The call itself is wrong: no such tool, or arguments that do not fit it.</summary>
    Malformed,
}
