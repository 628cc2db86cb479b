using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>OpenAI's SDK behind <see cref="IChatClient"/>: text as it comes, tool calls once their arguments are whole, usage and finish reason last.</summary>
internal sealed class OpenAiChat(Sdk.ChatClient client) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var calls = new OpenAiToolCalls();
        ChatFinishReason? finish = null;
        await foreach (var update in client.CompleteChatStreamingAsync(OpenAiMessages.Of(messages, options), OpenAiOptions.Of(options), cancellationToken))
        {
            calls.Add(update.ToolCallUpdates);
            finish = Finish(update.FinishReason) ?? finish;
            if (Contents(update) is { Count: > 0 } contents)
                yield return new(ChatRole.Assistant, contents) { ResponseId = update.CompletionId, ModelId = update.Model };
        }
        yield return new(ChatRole.Assistant, calls.Whole()) { FinishReason = finish };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private static List<AIContent> Contents(Sdk.StreamingChatCompletionUpdate update)
    {
        var contents = new List<AIContent>();
        foreach (var part in update.ContentUpdate.Where(part => !string.IsNullOrEmpty(part.Text)))
            contents.Add(new TextContent(part.Text));
        if (update.ToolCallUpdates.Count > 0)
            contents.Add(new Faults.ToolCallProgress());
        if (update.Usage is { } usage)
            contents.Add(new UsageContent(new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount }));
        return contents;
    }

    private static ChatFinishReason? Finish(Sdk.ChatFinishReason? reason) => reason switch
    {
        null => null,
        Sdk.ChatFinishReason.Length => ChatFinishReason.Length,
        Sdk.ChatFinishReason.ToolCalls or Sdk.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        Sdk.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        _ => ChatFinishReason.Stop,
    };
}
