using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reva.Sandbox.Models;

/// <summary>Server-sent events, each flushed at once.</summary>
internal sealed class EventStream(HttpResponse response)
{
    // As the real services do: letters as they are.
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Send(object data, string? name = null)
    {
        if (name is not null)
            await response.WriteAsync($"event: {name}\n");
        await response.WriteAsync($"data: {data as string ?? JsonSerializer.Serialize(data, Json)}\n\n");
        await response.Body.FlushAsync();
    }

    /// <summary>A text in fragments of a few characters, as arguments are streamed.</summary>
    public static IEnumerable<string> Fragments(string text) => text.Chunk(7).Select(c => new string(c));
}
