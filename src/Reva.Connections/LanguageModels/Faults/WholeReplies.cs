using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Reva.Connections.LanguageModels.Faults;

/// <summary>Lets no half answer pass for a whole one: a stream without a finish reason was cut, one without text or tool call is empty.</summary>
internal sealed class WholeReplies(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (finished, spoken) = (false, false);
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            finished |= update.FinishReason is not null;
            spoken |= update.Contents.Any(c => c is FunctionCallContent || (c is TextContent text && !string.IsNullOrWhiteSpace(text.Text)));
            yield return update;
        }
        if (!finished)
            throw new ModelFault(ModelFaultKind.Broken, "the answer was cut");
        if (!spoken)
            throw new ModelFault(ModelFaultKind.Broken, "the answer was empty");
    }
}
