using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Reva.Sandbox.Shopify.Store;

/// <summary>A shop as it stands now: read from a folder, changed in memory.</summary>
/// <param name="Directory">Where the folder is; pictures are served from its <c>images</c>.</param>
internal sealed record ShopStore(
    string Directory, Shop Shop, Products Products, Collections Collections, Customers Customers, Orders Orders, Policies Policies, ContentPages Pages)
{
    public DiscountCodes Discounts { get; init; } = new([]);

    /// <summary>What happened since the folder was read.</summary>
    public Activity Activity { get; init; } = new();

    /// <summary>The same shop on its own: what changes in one leaves the other alone.</summary>
    public ShopStore Copy() => this with
    {
        Products = new Products(Products), Collections = new Collections(Collections.All), Customers = new Customers(Customers.All), Orders = new Orders(Orders.All),
        Policies = new Policies(Policies.All), Pages = new ContentPages(Pages.All), Discounts = new DiscountCodes(Discounts.All), Activity = new Activity(),
    };

    /// <summary>Ends the work that is due.</summary>
    public void RunDueJobs(DateTimeOffset now)
    {
        if (Activity.Jobs.TrueForAll(j => j.Done))
            return;
        lock (Activity.Writing)
            foreach (var job in Activity.Jobs.Where(j => !j.Done && j.DueAt <= now))
            {
                job.Run(now);
                Activity.Jobs = Activity.Jobs.Replace(job, job with { Done = true });
            }
    }
}

/// <summary>Holds the current <see cref="ShopStore"/>, so that it can be changed for a fresh one while the sandbox runs.</summary>
internal sealed class StoreHolder
{
    private readonly Func<string?, ShopStore> _read;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, ShopStore> _asRead = new(StringComparer.Ordinal);
    private volatile string _directory = "";
    private volatile ShopStore _current;

    /// <param name="read">Reads a folder; null is the one that the sandbox was started with.</param>
    /// <param name="time">The clock by which work is due.</param>
    public StoreHolder(Func<string?, ShopStore> read, TimeProvider time)
    {
        _read = read;
        _time = time;
        _current = Fresh(null);
    }

    public ShopStore Current
    {
        get
        {
            var store = _current;
            store.RunDueJobs(_time.GetUtcNow());
            return store;
        }
    }

    /// <summary>Forgets all changes: reads the folder again.</summary>
    public void Reload()
    {
        _asRead.TryRemove(_directory, out _);
        _current = Fresh(_directory);
    }

    /// <summary>Forgets all changes: back to what was read, without reading it again.</summary>
    /// <param name="directory">Another folder; it is read when it is met for the first time.</param>
    public void Reset(string? directory = null) => _current = Fresh(directory ?? _directory);

    private ShopStore Fresh(string? directory)
    {
        var key = directory is null or "" ? "" : Path.GetFullPath(directory);
        var read = _asRead.GetOrAdd(key, k => _read(k.Length == 0 ? null : k));
        _directory = key;
        return read.Copy();
    }
}
