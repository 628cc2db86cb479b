using System.Text.Json;

namespace Reva.Replay.Data;

/// <summary>One task: whose it is, and the calls that are to change the back office.</summary>
/// <param name="Number">Its place in the file, from 0, or the number it gives itself.</param>
/// <param name="UserId">The customer.</param>
/// <param name="Calls">In order.</param>
public sealed record ReplayTask(int Number, string UserId, IReadOnlyList<ReplayCall> Calls)
{
    /// <summary>Reads a file of tasks; throws <see cref="ReplayInputException"/> when it is no list of tasks.</summary>
    public static IReadOnlyList<ReplayTask> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return file.RootElement.ValueKind == JsonValueKind.Array
            ? [.. file.RootElement.EnumerateArray().Select(Of)]
            : throw new ReplayInputException($"{path} holds no list of tasks.");
    }

    private static ReplayTask Of(JsonElement task, int index)
    {
        if (task.ValueKind != JsonValueKind.Object)
            throw new ReplayInputException($"Task {index} is no object.");
        var number = task.TryGetProperty("task", out var given) && given.TryGetInt32(out var own) ? own : index;
        var user = task.TryGetProperty("user_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "";
        var calls = task.TryGetProperty("actions", out var actions) && actions.ValueKind == JsonValueKind.Array ? actions.EnumerateArray().Select(ReplayCall.Of).ToArray() : [];
        return new(number, user, calls);
    }
}

/// <summary>One call of the benchmark's tools.</summary>
/// <param name="Name">The tool's name; empty when the call has none.</param>
/// <param name="Arguments">Its arguments, an object as a rule.</param>
public sealed record ReplayCall(string Name, JsonElement Arguments)
{
    private static readonly JsonElement None = JsonDocument.Parse("{}").RootElement.Clone();

    internal static ReplayCall Of(JsonElement call)
    {
        if (call.ValueKind != JsonValueKind.Object)
            return new("", None);
        var name = call.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        var arguments = call.TryGetProperty("kwargs", out var named) || call.TryGetProperty("arguments", out named) ? named.Clone() : None;
        return new(name, arguments);
    }
}
