namespace Reva.Agent.Actions;

/// <summary>How patiently actions are brought to their end.</summary>
public sealed record ActionOptions
{
    /// <summary>How long a call whose answer got lost may still be on its way to the platform; until then nothing is tried again.</summary>
    public TimeSpan InFlight { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The first wait before a platform that does not answer is asked again; doubles, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest such wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a turn waits for an action before it says that it takes longer.</summary>
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(20);
}
