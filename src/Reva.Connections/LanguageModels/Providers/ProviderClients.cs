using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Embeddings;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Settings;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>
/// Makes the vendors' clients. Their own retries and time-outs are off: those are decided in one place, for all vendors alike.
/// Their own traces are off too, since they can carry prompts.
/// </summary>
internal static class ProviderClients
{
    // Anthropic's interface wants a limit with every call; replies of a shop assistant stay far below it.
    private const int DefaultMaxOutputTokens = 2048;

    public static IChatClient Chat(ModelProviderOptions provider, TimeProvider time)
    {
        IChatClient client = provider.Kind switch
        {
            "anthropic" => Anthropic(provider, time),
            _ => new OpenAiChat(new(provider.Model, Key(provider), OpenAi(provider, time))),
        };
        return provider.Temperature ? client : new FixedTemperature(client);
    }

    public static EmbeddingClient Embeddings(ModelProviderOptions provider, TimeProvider time) =>
        new(provider.EmbeddingModel, Key(provider), OpenAi(provider, time));

    private static AnthropicChat Anthropic(ModelProviderOptions provider, TimeProvider time)
    {
        var client = new AnthropicClient
        {
            ApiKey = provider.ApiKey ?? "none",
            HttpClient = Http(time),
            MaxRetries = 0,
            Timeout = TimeSpan.FromMinutes(10),
            OpenTelemetry = false,
        };
        if (provider.BaseUrl is { } address)
            client = (AnthropicClient)client.WithOptions(options => options with { BaseUrl = address });
        return new AnthropicChat(client.AsIChatClient(provider.Model, DefaultMaxOutputTokens));
    }

    private static OpenAIClientOptions OpenAi(ModelProviderOptions provider, TimeProvider time)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(Http(time)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = TimeSpan.FromMinutes(10),
            EnableDistributedTracing = false,
        };
        if (provider.BaseUrl is { } address)
            options.Endpoint = new(address);
        return options;
    }

    // Endpoints of one's own often want no key, but the SDK does.
    private static ApiKeyCredential Key(ModelProviderOptions provider) => new(string.IsNullOrEmpty(provider.ApiKey) ? "none" : provider.ApiKey);

    private static HttpClient Http(TimeProvider time) =>
        new(new StatusHandler(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(5) }, time))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
