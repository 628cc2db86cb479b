namespace Reva.Server.Hubs;

/// <summary>How fast one connection may send: a bucket that fills by the second.</summary>
/// <param name="clock">The clock.</param>
/// <param name="burst">Messages that may come at once; default 30.</param>
/// <param name="perSecond">Messages a second after that; default 2.</param>
public sealed class ChatPace(TimeProvider clock, double burst = 30, double perSecond = 2)
{
    /// <summary>A full bucket.</summary>
    public Bucket NewBucket() => new(clock, burst, perSecond);

    /// <summary>One connection's bucket. Not thread safe: a connection's calls come one by one.</summary>
    public sealed class Bucket(TimeProvider clock, double most, double perSecond)
    {
        private double _missing;
        private long _filledAt = clock.GetTimestamp();

        /// <summary>Takes one; false when it is empty.</summary>
        public bool TryTake()
        {
            var now = clock.GetTimestamp();
            _missing = Math.Max(0, _missing - (clock.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond));
            _filledAt = now;
            if (most - _missing < 1)
                return false;
            _missing++;
            return true;
        }
    }
}
