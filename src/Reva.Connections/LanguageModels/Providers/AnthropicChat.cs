using System.Runtime.CompilerServices;
using Anthropic.Models.Messages;
using Microsoft.Extensions.AI;
using Reva.Connections.LanguageModels.Faults;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>The package's own client, which says nothing while a tool's arguments stream in; here that shows as <see cref="ToolCallProgress"/>.</summary>
internal sealed class AnthropicChat(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (update.RawRepresentation is RawMessageStreamEvent raw && raw.TryPickContentBlockDelta(out var delta) && delta.Delta.TryPickInputJson(out _))
                update.Contents.Add(new ToolCallProgress());
            yield return update;
        }
    }
}
