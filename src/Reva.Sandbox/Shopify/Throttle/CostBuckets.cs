using System.Collections.Concurrent;

namespace Reva.Sandbox.Shopify.Throttle;

/// <summary>One bucket per access token; a change of the limits begins with full ones.</summary>
internal sealed class CostBuckets(CostLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, CostBucket> _buckets = new();
    private CostLimits _limits = limits;

    public CostBucket For(string token) => _buckets.GetOrAdd(token, _ => new CostBucket(_limits, time));

    public void Limit(CostLimits changed)
    {
        _limits = changed;
        _buckets.Clear();
    }
}
