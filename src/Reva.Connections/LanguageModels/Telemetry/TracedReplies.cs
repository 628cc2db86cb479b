using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reva.Connections.LanguageModels.Telemetry;

/// <summary>Traces and measures every call of one provider.</summary>
internal sealed class TracedReplies(IChatClient inner, string provider, string model, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var trace = new CallTrace("chat", provider, model, time);
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(updates, trace))
        {
            foreach (var usage in updates.Current.Contents.OfType<UsageContent>())
                trace.Used(usage.Details);
            yield return updates.Current;
        }
        trace.Completed();
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<ChatResponseUpdate> updates, CallTrace trace)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception exception)
        {
            trace.Failed(exception);
            throw;
        }
    }
}
