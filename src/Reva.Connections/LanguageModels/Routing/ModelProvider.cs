using Microsoft.Extensions.AI;
using Reva.Connections.LanguageModels.Faults;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>One configured model, with all its wrappers, and the breaker that all purposes share.</summary>
internal sealed record ModelProvider(string Name, IChatClient Client, Breaker Breaker) : IDisposable
{
    public void Dispose() => Client.Dispose();
}
