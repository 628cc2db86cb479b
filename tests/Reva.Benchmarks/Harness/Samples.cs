using System.Diagnostics;

namespace Reva.Benchmarks.Harness;

/// <summary>Times of single operations.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];
    private readonly Lock _gate = new();

    /// <summary>The time since a timestamp.</summary>
    public void Add(long since) => Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);

    /// <summary>A time in milliseconds.</summary>
    public void Add(double ms)
    {
        lock (_gate)
            _milliseconds.Add(ms);
    }

    public double Percentile(double p)
    {
        lock (_gate)
        {
            _milliseconds.Sort();
            return _milliseconds[Math.Clamp((int)Math.Ceiling(p / 100 * _milliseconds.Count) - 1, 0, _milliseconds.Count - 1)];
        }
    }

    public int Count => _milliseconds.Count;
}
