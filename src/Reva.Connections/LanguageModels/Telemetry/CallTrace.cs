using System.Diagnostics;
using Microsoft.Extensions.AI;
using Reva.Connections.LanguageModels.Faults;

namespace Reva.Connections.LanguageModels.Telemetry;

/// <summary>One call of a model, from request to end, as a span and two measurements.</summary>
internal sealed class CallTrace : IDisposable
{
    private readonly Activity? _span;
    private readonly long _started;
    private readonly TimeProvider _time;
    private readonly TagList _tags;
    private string? _error = "abandoned";

    public CallTrace(string operation, string provider, string model, TimeProvider time)
    {
        (_time, _started) = (time, time.GetTimestamp());
        _tags = new() { { "gen_ai.operation.name", operation }, { "gen_ai.provider.name", provider }, { "gen_ai.request.model", model } };
        _span = ModelTelemetry.Source.CreateActivity($"{operation} {model}", ActivityKind.Client, parentId: Activity.Current?.Id, tags: _tags)?.Start();
    }

    public void Completed() => _error = null;

    public void Failed(Exception exception)
    {
        _error = exception is OperationCanceledException ? "cancelled" : exception is ModelFault fault ? fault.Kind.ToString().ToLowerInvariant() : exception.GetType().Name;
        _span?.SetStatus(ActivityStatusCode.Error);
    }

    public void Used(UsageDetails usage)
    {
        Count("input", usage.InputTokenCount);
        Count("output", usage.OutputTokenCount);
    }

    public void Dispose()
    {
        var tags = _tags;
        if (_error is not null)
        {
            tags.Add("error.type", _error);
            _span?.SetTag("error.type", _error);
        }
        ModelTelemetry.Duration.Record(_time.GetElapsedTime(_started).TotalSeconds, tags);
        _span?.Dispose();
    }

    private void Count(string type, long? tokens)
    {
        if (tokens is not { } count)
            return;
        var tags = _tags;
        tags.Add("gen_ai.token.type", type);
        ModelTelemetry.Tokens.Record(count, tags);
        _span?.SetTag($"gen_ai.usage.{type}_tokens", count);
    }
}
