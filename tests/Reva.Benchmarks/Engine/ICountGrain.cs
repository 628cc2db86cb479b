using Orleans;

namespace Reva.Benchmarks.Engine;

/// <summary>The least a grain can do.</summary>
public interface ICountGrain : IGrainWithStringKey
{
    /// <summary>Counts the calls.</summary>
    Task<int> Next();
}

/// <inheritdoc/>
public sealed class CountGrain : Grain, ICountGrain
{
    private int _count;

    /// <inheritdoc/>
    public Task<int> Next() => Task.FromResult(++_count);
}
