using System.ClientModel;
using System.Text.Json;
using Anthropic.Exceptions;

namespace Reva.Connections.LanguageModels.Faults;

/// <summary>One call of a model that failed. The message is for the log: no prompt, no reply.</summary>
internal sealed class ModelFault(ModelFaultKind kind, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ModelFaultKind Kind { get; } = kind;

    /// <summary>How long the provider asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the same provider may do better at once. Silence has already cost all the patience there is.</summary>
    public bool WorthRetrying => Kind is ModelFaultKind.Busy or ModelFaultKind.Down or ModelFaultKind.Broken;

    /// <summary>What an exception of a vendor's SDK means.</summary>
    public static ModelFault Of(Exception exception) => exception switch
    {
        ModelFault fault => fault,
        { InnerException: ModelFault fault } => fault,
        JsonException => new(ModelFaultKind.Broken, "an event that is not JSON", null, exception),
        AnthropicSseException => new(ModelFaultKind.Down, "an error event in the stream", null, exception),
        HttpRequestException or IOException or AnthropicIOException or ClientResultException => new(ModelFaultKind.Down, "the connection failed", null, exception),
        // The SDKs meet what is not as agreed with whatever their parsers throw; to the caller it is one thing.
        _ => new(ModelFaultKind.Broken, $"an answer that is not as agreed ({exception.GetType().Name})", null, exception),
    };
}

internal enum ModelFaultKind
{
    /// <summary>Asks for patience (429).</summary>
    Busy,
    /// <summary>Unreachable, reset, or 5xx.</summary>
    Down,
    /// <summary>Cut, malformed or empty.</summary>
    Broken,
    /// <summary>No token in time.</summary>
    Silent,
    /// <summary>Tokens come, but the whole takes too long.</summary>
    Slow,
    /// <summary>Will not take this prompt (400, 413, 422); says nothing about the next one.</summary>
    Unwilling,
    /// <summary>Wrong key, address or model (401, 403, 404).</summary>
    Refused,
}
