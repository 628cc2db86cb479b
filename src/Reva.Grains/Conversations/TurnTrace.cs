using System.Text.Encodings.Web;
using System.Text.Json;
using Reva.Agent.Turns;

namespace Reva.Grains.Conversations;

/// <summary>What a turn did, as it is read afterwards: steps and tools with arguments, results and milliseconds.</summary>
internal sealed class TurnTrace
{
    private readonly List<TurnEvent> _events = [];
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Add(TurnEvent turnEvent)
    {
        if (turnEvent is StepCompleted or ToolCalled or ToolCompleted or Escalated)
            _events.Add(turnEvent);
    }

    public string ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartArray();
            foreach (var turnEvent in _events)
                Write(json, turnEvent);
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TurnEvent turnEvent)
    {
        json.WriteStartObject();
        switch (turnEvent)
        {
            case StepCompleted step:
                json.WriteString("step", step.Step.ToString());
                json.WriteNumber("ms", step.Duration.TotalMilliseconds);
                Raw(json, "detail", step.Detail);
                break;
            case ToolCalled call:
                json.WriteString("called", call.Tool);
                json.WriteString("callId", call.CallId);
                Raw(json, "arguments", call.Arguments);
                break;
            case ToolCompleted call:
                json.WriteString("completed", call.Tool);
                json.WriteString("callId", call.CallId);
                json.WriteBoolean("ok", call.Ok);
                json.WriteNumber("ms", call.Duration.TotalMilliseconds);
                Raw(json, "result", call.Result);
                break;
            case Escalated escalated:
                json.WriteString("escalated", escalated.Reason.ToString());
                json.WriteString("summary", escalated.Summary);
                break;
        }
        json.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}
