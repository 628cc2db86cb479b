namespace Reva.Grains.Stores;

/// <summary>What a store's grain keeps.</summary>
public sealed class StoreDocument
{
    /// <summary>The latest sync.</summary>
    public SyncState Sync { get; set; } = new();
}

/// <summary>A sync as it is kept: enough to go on where it was cut off.</summary>
public sealed record SyncState
{
    /// <summary>What it does.</summary>
    public SyncPhase Phase { get; init; }
    /// <summary>Everything, or what changed.</summary>
    public bool Full { get; init; }
    /// <summary>Where the phase goes on; null at its beginning.</summary>
    public string? Cursor { get; init; }
    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>When the last one that ended well began: what changed since is what the next one asks for.</summary>
    public DateTimeOffset? LastGoodStart { get; init; }
    /// <summary>Where it reads from.</summary>
    public string? Source { get; init; }
    /// <summary>When everything was read last.</summary>
    public DateTimeOffset? LastFull { get; init; }
    /// <summary>Products read.</summary>
    public int Products { get; init; }
    /// <summary>Pages read.</summary>
    public int Pages { get; init; }
    /// <summary>Texts embedded.</summary>
    public int Embedded { get; init; }
    /// <summary>What vanished.</summary>
    public int Removed { get; init; }

    /// <summary>Whether it was begun and has not ended.</summary>
    public bool IsRunning => Phase is SyncPhase.Products or SyncPhase.Pages;
}
