using Microsoft.Extensions.AI;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>For models that refuse every temperature but their own, as reasoning models do: none is sent.</summary>
internal sealed class FixedTemperature(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Without(options), cancellationToken);

    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Without(options), cancellationToken);

    // The same options go to the next provider, which may want it.
    private static ChatOptions? Without(ChatOptions? options)
    {
        if (options?.Temperature is null)
            return options;
        var own = options.Clone();
        own.Temperature = null;
        return own;
    }
}
