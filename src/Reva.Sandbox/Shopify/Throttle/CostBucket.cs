namespace Reva.Sandbox.Shopify.Throttle;

/// <summary>How many points an app has per store, and how fast they come back.</summary>
/// <param name="Size">Points of a full bucket.</param>
/// <param name="RestoreRate">Points a second.</param>
public sealed record CostLimits(int Size = 2000, int RestoreRate = 100);

/// <summary>What a bucket held at a moment.</summary>
internal readonly record struct ThrottleStatus(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);

/// <summary>A leaky bucket: points are set aside before a query runs, and what it did not need is given back.</summary>
internal sealed class CostBucket(CostLimits limits, TimeProvider time)
{
    private readonly Lock _lock = new();
    private double _available = limits.Size;
    private DateTimeOffset _at = time.GetUtcNow();

    /// <summary>Sets points aside; false, and nothing taken, when there are too few.</summary>
    public bool TryTake(int points)
    {
        lock (_lock)
        {
            Restore();
            if (_available < points)
                return false;
            _available -= points;
            return true;
        }
    }

    public void GiveBack(int points)
    {
        lock (_lock)
            _available = Math.Min(limits.Size, _available + Math.Max(0, points));
    }

    public ThrottleStatus Status()
    {
        lock (_lock)
        {
            Restore();
            return new ThrottleStatus(limits.Size, Math.Floor(_available), limits.RestoreRate);
        }
    }

    private void Restore()
    {
        var now = time.GetUtcNow();
        _available = Math.Min(limits.Size, _available + Math.Max(0, (now - _at).TotalSeconds) * limits.RestoreRate);
        _at = now;
    }
}
