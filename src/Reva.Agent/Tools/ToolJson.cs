using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reva.Agent.Tools;

/// <summary>How tools read and write JSON: snake case, nulls left out.</summary>
public static class ToolJson
{
    /// <summary>Shared and frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A schema from its text; throws at start when it is not JSON.</summary>
    public static JsonElement Schema(string json) => JsonDocument.Parse(json).RootElement.Clone();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
