using Orleans;
using Orleans.Runtime;
using Reva.Grains.Conversations;

namespace Reva.Server.Tests.Faults;

/// <summary>Fails calls of conversations as a cluster does whose process has just gone.</summary>
internal sealed class LostSilo : IIncomingGrainCallFilter
{
    private volatile Func<Exception>? _failure;

    /// <summary>From now on every call fails so; null: none does.</summary>
    public void FailWith(Func<Exception>? failure) => _failure = failure;

    public Task Invoke(IIncomingGrainCallContext context) =>
        _failure is { } failure && context.Grain is IConversationGrain ? throw failure() : context.Invoke();
}
