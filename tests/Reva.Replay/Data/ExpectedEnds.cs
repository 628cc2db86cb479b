using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reva.Replay.Data;

/// <summary>How each task is expected to end.</summary>
/// <param name="ByTask">The ends by the number of their task.</param>
public sealed record ExpectedEnds(IReadOnlyDictionary<int, JsonObject> ByTask)
{
    /// <summary>Reads a list of ends, or a line for each; throws <see cref="ReplayInputException"/> when one tells no task.</summary>
    public static ExpectedEnds Read(string path)
    {
        var text = File.ReadAllText(path);
        var ends = text.TrimStart().StartsWith('[') ? JsonNode.Parse(text)!.AsArray().ToArray() : [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l))];
        var byTask = new Dictionary<int, JsonObject>();
        foreach (var end in ends)
        {
            if (end is not JsonObject found || found["task"] is not JsonValue number || number.GetValueKind() != JsonValueKind.Number)
                throw new ReplayInputException($"{path}: an expected end names no task.");
            byTask[(int)number] = found;
        }
        return new(byTask);
    }
}
