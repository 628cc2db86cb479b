using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reva.Grains.Conversations;

namespace Reva.Server.Conversations;

/// <summary>Writes an event as one flat object: its number, type and time, then its own fields as the grain wrote them.</summary>
public sealed class EventJson : JsonConverter<ConversationEvent>
{
    /// <inheritdoc/>
    public override ConversationEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only written.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConversationEvent value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Text(value), skipInputValidation: true);

    /// <summary>The event as JSON.</summary>
    public static string Text(ConversationEvent value)
    {
        var at = value.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var rest = value.Data.Length > 2 ? "," + value.Data[1..] : "}";
        return string.Create(CultureInfo.InvariantCulture, $$"""{"seq":{{value.Seq}},"type":"{{value.Type}}","at":"{{at}}"{{rest}}""");
    }
}
