namespace Reva.Connections.Shopify.Admin;

/// <summary>What is left of a store's points, as its last answer told, and how long to wait for more. Thread safe.</summary>
internal sealed class CostBucket(TimeProvider time)
{
    private const double UnknownCost = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, double> _costs = new(StringComparer.Ordinal);
    private double _available = double.PositiveInfinity;
    private double _maximum = double.PositiveInfinity;
    private double _restoreRate = 1;
    private DateTimeOffset _at;

    /// <summary>Takes the points of <paramref name="query"/> if they are there; else says how long to wait before asking again.</summary>
    /// <param name="reserve">Share of the bucket, 0–1, that must be left for others.</param>
    public TimeSpan TakeOrWait(string query, double reserve)
    {
        lock (_lock)
        {
            Restore();
            var cost = _costs.GetValueOrDefault(query, UnknownCost);
            // A query dearer than the bucket minus the reserve would otherwise wait for ever.
            var needed = double.IsPositiveInfinity(_maximum) ? 0 : Math.Min(cost + (_maximum * reserve), _maximum);
            if (_available < needed)
                return TimeSpan.FromSeconds(Math.Clamp((needed - _available) / _restoreRate, 0.01, 60));
            _available -= cost;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Remembers what the shop says is left and what the query asks for.</summary>
    public void Learn(string query, QueryCost cost)
    {
        lock (_lock)
        {
            if (cost.RequestedQueryCost > 0)
                _costs[query] = cost.RequestedQueryCost;
            if (cost.ThrottleStatus is not { MaximumAvailable: > 0, RestoreRate: > 0 } status)
                return;
            (_maximum, _available, _restoreRate, _at) = (status.MaximumAvailable, status.CurrentlyAvailable, status.RestoreRate, time.GetUtcNow());
        }
    }

    private void Restore()
    {
        var now = time.GetUtcNow();
        _available = Math.Min(_maximum, _available + (_restoreRate * Math.Max(0, (now - _at).TotalSeconds)));
        _at = now;
    }
}
