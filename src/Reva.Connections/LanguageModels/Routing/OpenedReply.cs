using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>A reply whose first token is there. From here on there is no other provider: what fails now is the caller's to repair.</summary>
internal sealed class OpenedReply(ModelProvider provider, PacedStream stream, ChatResponseUpdate first) : IAsyncDisposable
{
    private bool _reported;

    public async IAsyncEnumerable<ChatResponseUpdate> ReadAsync()
    {
        for (var update = first; update is not null; update = await NextAsync())
            yield return update;
        provider.Breaker.Succeeded();
        _reported = true;
    }

    public async ValueTask DisposeAsync()
    {
        // A reader that has heard enough says nothing against the provider.
        if (!_reported)
            provider.Breaker.Succeeded();
        await stream.DisposeAsync();
    }

    private async ValueTask<ChatResponseUpdate?> NextAsync()
    {
        try
        {
            return await stream.NextAsync();
        }
        catch (ModelFault fault)
        {
            provider.Breaker.Failed(fault);
            _reported = true;
            throw new ModelUnavailableException($"{provider.Name}: {fault.Message}", fault);
        }
    }
}
