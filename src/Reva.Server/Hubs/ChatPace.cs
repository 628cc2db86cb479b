using System.Collections.Concurrent;

namespace Reva.Server.Hubs;

/// <summary>How fast one visitor may send, over however many connections: a bucket that fills by the second. Thread safe.</summary>
/// <param name="clock">The clock.</param>
/// <param name="burst">Messages that may come at once; default 30.</param>
/// <param name="perSecond">Messages a second after that; default 2.</param>
public sealed class ChatPace(TimeProvider clock, double burst = 30, double perSecond = 2)
{
    private const int MostBuckets = 10_000;
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one message of a visitor's; null when it may be sent, else how long to wait.</summary>
    public TimeSpan? Take(string visitorId)
    {
        var wait = _buckets.GetOrAdd(visitorId, _ => new Bucket(clock.GetTimestamp())).Take(clock, burst, perSecond);
        if (_buckets.Count > MostBuckets)
            Sweep();
        return wait;
    }

    // A full bucket says the same as none.
    private void Sweep()
    {
        foreach (var (visitorId, bucket) in _buckets)
        {
            if (bucket.IsFull(clock, perSecond))
                _buckets.TryRemove(new KeyValuePair<string, Bucket>(visitorId, bucket));
        }
    }

    private sealed class Bucket(long filledAt)
    {
        private readonly Lock _gate = new();
        private double _missing;
        private long _filledAt = filledAt;

        public TimeSpan? Take(TimeProvider clock, double most, double perSecond)
        {
            lock (_gate)
            {
                Fill(clock, perSecond);
                if (most - _missing < 1)
                    return TimeSpan.FromSeconds((1 - (most - _missing)) / perSecond);
                _missing++;
                return null;
            }
        }

        public bool IsFull(TimeProvider clock, double perSecond)
        {
            lock (_gate)
            {
                Fill(clock, perSecond);
                return _missing == 0;
            }
        }

        private void Fill(TimeProvider clock, double perSecond)
        {
            var now = clock.GetTimestamp();
            _missing = Math.Max(0, _missing - (clock.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
        }
    }
}
