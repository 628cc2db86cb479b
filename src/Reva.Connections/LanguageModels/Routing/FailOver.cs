using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>
/// Asks providers in order until one shows a first token; throws <see cref="ModelUnavailableException"/> when none does in time.
/// One for each turn: all its rounds share the time that a shopper waits.
/// </summary>
internal sealed partial class FailOver(IReadOnlyList<ModelProvider> providers, CallLimits limits, int retries, TimeProvider time, ILogger log) : IChatClient
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Lazy<long> _started = new(time.GetTimestamp);
    private long _said;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var prompt = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        await using var reply = await OpenAsync(prompt, options, cancellationToken);
        await foreach (var update in reply.ReadAsync())
        {
            _said += update.Text.Length;
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private async Task<OpenedReply> OpenAsync(IReadOnlyCollection<ChatMessage> prompt, ChatOptions? options, CancellationToken cancellationToken)
    {
        ModelFault? last = null;
        for (var i = 0; i < providers.Count; i++)
        {
            for (var attempt = 0; attempt <= retries; attempt++)
            {
                var elapsed = time.GetElapsedTime(_started.Value);
                var left = limits.Within - elapsed;
                if (left <= TimeSpan.Zero || !providers[i].Breaker.TryEnter())
                    break;
                var pace = limits.Try(elapsed, _said, providers.Skip(i + 1).Any(p => !p.Breaker.IsOpen));
                (var reply, last) = await TryAsync(providers[i], prompt, options, pace, cancellationToken);
                if (reply is not null)
                    return reply;
                if (Wait(last!, attempt) is not { } wait || wait > left)
                    break;
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        throw last is null
            ? new ModelUnavailableException("All models are left alone for now, or there is no time left.", null, ModelAbsence.LeftAlone)
            : new ModelUnavailableException($"No model answered: {last.Message}", last);
    }

    private async Task<(OpenedReply? Reply, ModelFault? Fault)> TryAsync(
        ModelProvider provider, IReadOnlyCollection<ChatMessage> prompt, ChatOptions? options, Pace pace, CancellationToken cancellationToken)
    {
        var stream = new PacedStream(token => provider.Client.GetStreamingResponseAsync(prompt, options, token), pace, time, cancellationToken);
        try
        {
            var first = await stream.NextAsync() ?? throw new ModelFault(ModelFaultKind.Broken, "the answer was empty");
            return (new(provider, stream, first), null);
        }
        catch (ModelFault fault)
        {
            provider.Breaker.Failed(fault);
            LogFault(provider.Name, fault.Kind, fault.Message);
            await stream.DisposeAsync();
            return (null, fault);
        }
        catch (OperationCanceledException)
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>How long to wait before the same provider is asked again; null when the next one should be.</summary>
    private static TimeSpan? Wait(ModelFault fault, int attempt)
    {
        if (!fault.WorthRetrying || fault.RetryAfter > LongestWait)
            return null;
        // Jitter spreads the second tries of shoppers who were all turned away at once.
        return fault.RetryAfter ?? TimeSpan.FromMilliseconds(Random.Shared.Next(80, 240) << attempt);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model {Provider} failed before its first token ({Kind}): {Reason}")]
    private partial void LogFault(string provider, ModelFaultKind kind, string reason);
}
