using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reva.Connections.LanguageModels.Faults;

/// <summary>Lets no half answer pass for a whole one: a stream without a finish reason was cut, one that met its token limit breaks off, one without text or tool call is empty.</summary>
internal sealed class WholeReplies(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var spoken = false;
        ChatFinishReason? finish = null;
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            finish = update.FinishReason ?? finish;
            spoken |= update.Contents.Any(c => c is FunctionCallContent || (c is TextContent text && !string.IsNullOrWhiteSpace(text.Text)));
            yield return update;
        }
        if (finish is null)
            throw new ModelFault(ModelFaultKind.Broken, "the answer was cut");
        // That is about this prompt: the provider is well.
        if (finish == ChatFinishReason.Length || finish == ChatFinishReason.ContentFilter)
            throw new ModelFault(ModelFaultKind.Unwilling, $"the answer breaks off ({finish})");
        if (!spoken)
            throw new ModelFault(ModelFaultKind.Broken, "the answer was empty");
    }
}
