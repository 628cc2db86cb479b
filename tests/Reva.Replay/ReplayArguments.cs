namespace Reva.Replay;

/// <summary>What the command line asks for.</summary>
/// <param name="Data">The directory of the back office's files.</param>
/// <param name="Tasks">The file of tasks.</param>
/// <param name="Out">Where the ends of the tasks are written.</param>
/// <param name="Expected">What they are compared with; null for no comparison.</param>
public sealed record ReplayArguments(string Data, string Tasks, string Out, string? Expected)
{
    private static readonly string[] Known = ["--data", "--tasks", "--out", "--expected"];

    /// <summary>Null when something is missing or not known.</summary>
    public static ReplayArguments? Parse(string[] arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!Known.Contains(arguments[i]) || i + 1 == arguments.Length || !values.TryAdd(arguments[i], arguments[i + 1]))
                return null;
        }
        return values.GetValueOrDefault("--data") is { } data && values.GetValueOrDefault("--tasks") is { } tasks && values.GetValueOrDefault("--out") is { } end
            ? new(data, tasks, end, values.GetValueOrDefault("--expected"))
            : null;
    }
}

/// <summary>Files that are not what they must be; the message says what is wrong.</summary>
public sealed class ReplayInputException(string message) : Exception(message);
