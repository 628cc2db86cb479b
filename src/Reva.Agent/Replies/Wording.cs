namespace Reva.Agent.Replies;

/// <summary>Chooses among wordings that mean the same, so that ten shoppers do not read one sentence. The same turn always chooses alike, which makes turns replayable.</summary>
public sealed class Wording(string turnId)
{
    private uint _state = Seed(turnId);

    /// <summary>One of <paramref name="options"/>; at least one must be given.</summary>
    public string Pick(params ReadOnlySpan<string> options)
    {
        _state = (_state * 1664525) + 1013904223;
        return options[(int)((_state >> 8) % (uint)options.Length)];
    }

    private static uint Seed(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
