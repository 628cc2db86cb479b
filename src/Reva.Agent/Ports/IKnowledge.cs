using System.Collections.Immutable;
using Reva.Core.Knowledge;

namespace Reva.Agent.Ports;

/// <summary>What a store's own pages and policies say. Thread safe.</summary>
public interface IKnowledge
{
    /// <summary>Passages that may answer <paramref name="question"/>, best first; empty when the store has none.</summary>
    ValueTask<ImmutableArray<PassageHit>> SearchAsync(string storeId, string question, int take, CancellationToken cancellationToken);
}
