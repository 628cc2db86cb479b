using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reva.Grains.Catalog.Index;

/// <summary>
/// Keeps an index of each store in memory and replaces it when the store's catalogue version has grown, whichever process made it grow.
/// Readers wait for a store's first index, and a moment for one that nobody has asked for in a while; others are built beside the one in
/// use. Thread safe.
/// </summary>
/// <param name="version">Reads a store's catalogue version.</param>
/// <param name="build">Reads a store's rows and builds its index.</param>
internal sealed partial class ReloadingIndex<T>(
    Func<string, CancellationToken, Task<long>> version, Func<string, CancellationToken, Task<T>> build, TimeProvider time, ILogger logger) where T : class
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);
    // Unasked for so long, what is in memory may be of yesterday.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Entry> _stores = new(StringComparer.Ordinal);

    /// <summary>The store's index, at most ten seconds and one load behind its rows. Throws what reading throws, only when there is no index yet.</summary>
    public async ValueTask<T> GetAsync(string storeId, CancellationToken cancellationToken)
    {
        var entry = _stores.GetOrAdd(storeId, _ => new());
        if (entry.Current is null)
            return (await RefreshAsync(storeId, entry).WaitAsync(cancellationToken)).Index;
        if (time.GetElapsedTime(entry.CheckedAt) >= CheckEvery && entry.Loading is null or { IsCompleted: true })
            _ = ObserveAsync(storeId, RefreshAsync(storeId, entry));
        if (time.GetElapsedTime(entry.KnownAt) < Quiet || entry.Loading is not { IsCompleted: false } loading)
            return entry.Current.Index;
        // A database that does not answer shows in the log; what is at hand is better than nothing.
        await loading.WaitAsync(Patience, time, cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        return entry.Current.Index;
    }

    /// <summary>Brings the store's index up to date before it returns.</summary>
    public async Task RefreshAsync(string storeId, CancellationToken cancellationToken)
    {
        var entry = _stores.GetOrAdd(storeId, _ => new());
        // A load that runs already may have read its rows before the change.
        if (entry.Loading is { IsCompleted: false } running)
            await running.WaitAsync(cancellationToken);
        await RefreshAsync(storeId, entry).WaitAsync(cancellationToken);
    }

    private Task<Loaded> RefreshAsync(string storeId, Entry entry)
    {
        lock (entry)
        {
            if (entry.Loading is not { IsCompleted: false })
                entry.Loading = Task.Run(() => LoadAsync(storeId, entry));
            return entry.Loading;
        }
    }

    // Without a caller's token: the load is for everybody.
    private async Task<Loaded> LoadAsync(string storeId, Entry entry)
    {
        var began = time.GetTimestamp();
        entry.CheckedAt = began;
        // The version before the rows: a change between the two is found again at the next look.
        var stored = await version(storeId, CancellationToken.None);
        var loaded = entry.Current is { } current && current.Version >= stored ? current : new Loaded(await build(storeId, CancellationToken.None), stored);
        entry.Current = loaded;
        entry.KnownAt = began;
        return loaded;
    }

    private async Task ObserveAsync(string storeId, Task refresh)
    {
        try
        {
            await refresh;
        }
        catch (Exception failure)
        {
            // The index in use stays; the next look tries again.
            LogRefreshFailed(failure, storeId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The index of store {StoreId} could not be refreshed")]
    private partial void LogRefreshFailed(Exception failure, string storeId);

    private sealed record Loaded(T Index, long Version);

    private sealed class Entry
    {
        public volatile Loaded? Current;
        public volatile Task<Loaded>? Loading;
        private long _checkedAt;
        private long _knownAt;

        public long CheckedAt
        {
            get => Volatile.Read(ref _checkedAt);
            set => Volatile.Write(ref _checkedAt, value);
        }

        /// <summary>When the rows were looked at that the index in use is of.</summary>
        public long KnownAt
        {
            get => Volatile.Read(ref _knownAt);
            set => Volatile.Write(ref _knownAt, value);
        }
    }
}
