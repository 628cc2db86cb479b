using Orleans;

namespace Reva.Grains.Stores;

/// <summary>One store: keeps its catalogue and pages in step with its platform. Key: <c>store:{id}</c>.</summary>
public interface IStoreGrain : IGrainWithStringKey
{
    /// <summary>Sets the store's clock going: resumes a sync that was cut off, begins the first, or brings what changed.</summary>
    Task Open();

    /// <summary>Begins a sync unless one runs.</summary>
    /// <param name="full">Everything, and what vanished is removed; else only what changed since the last.</param>
    Task<SyncProgress> StartSync(bool full);

    /// <summary>How far the latest sync is.</summary>
    Task<SyncProgress> Progress();
}

/// <summary>How far a sync is.</summary>
/// <param name="Phase">What it does now.</param>
/// <param name="Products">Products read so far.</param>
/// <param name="Pages">Pages and policies read so far.</param>
/// <param name="Embedded">Texts that had changed and got a new vector.</param>
/// <param name="Removed">Products and passages that vanished.</param>
/// <param name="Error">Why it waits to go on, in words; null while it goes well.</param>
[GenerateSerializer, Immutable]
public sealed record SyncProgress(
    SyncPhase Phase, bool Full, int Products, int Pages, int Embedded, int Removed, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string? Error)
{
    /// <summary>Whether the catalogue has been loaded at least once.</summary>
    [Id(9)]
    public bool EverFinished { get; init; }
}

/// <summary>The phases of a sync.</summary>
public enum SyncPhase
{
    /// <summary>None has begun.</summary>
    Never,
    /// <summary>Reading products.</summary>
    Products,
    /// <summary>Reading pages and policies.</summary>
    Pages,
    /// <summary>Done.</summary>
    Done,
}
