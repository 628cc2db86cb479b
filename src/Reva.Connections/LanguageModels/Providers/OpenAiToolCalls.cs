using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>Puts tool calls together from the pieces in which they stream.</summary>
internal sealed class OpenAiToolCalls
{
    private readonly SortedDictionary<int, Call> _calls = [];

    public void Add(IEnumerable<Sdk.StreamingChatToolCallUpdate> pieces)
    {
        foreach (var piece in pieces)
        {
            if (!_calls.TryGetValue(piece.Index, out var call))
                _calls[piece.Index] = call = new();
            call.Id = string.IsNullOrEmpty(piece.ToolCallId) ? call.Id : piece.ToolCallId;
            call.Name = string.IsNullOrEmpty(piece.FunctionName) ? call.Name : piece.FunctionName;
            call.Arguments.Append(piece.FunctionArgumentsUpdate?.ToString());
        }
    }

    /// <summary>All calls, in order. Throws <see cref="JsonException"/> when the arguments of one are no JSON object.</summary>
    public List<AIContent> Whole() => [.. _calls.Select(AIContent (entry) => entry.Value.Whole(entry.Key))];

    private sealed class Call
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public StringBuilder Arguments { get; } = new();

        public FunctionCallContent Whole(int index)
        {
            var arguments = Arguments.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, object?>>(Arguments.ToString());
            // Some compatible endpoints leave ids out; the answer only has to name the same one.
            return new(Id ?? $"call_{index}", Name ?? throw new JsonException("A tool call without a name."), arguments);
        }
    }
}
