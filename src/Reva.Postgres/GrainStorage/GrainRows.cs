using Orleans.Runtime;

namespace Reva.Postgres.GrainStorage;

/// <summary>What rows of grains have in common.</summary>
internal static class GrainRows
{
    /// <summary>The store of a grain: the second part of its key (<c>store:demo</c>, <c>conversation:demo:…</c>).</summary>
    public static string StoreOf(GrainId grainId)
    {
        var parts = grainId.Key.ToString()!.Split(':');
        return parts.Length >= 2 ? parts[1] : throw new ArgumentException($"The key of {grainId} does not name a store: write kind:store or kind:store:id.", nameof(grainId));
    }
}
