using System.Diagnostics;
using Reva.Benchmarks.Harness;

namespace Reva.Benchmarks.Engine;

/// <summary>Calls of grains in one process, by a hundred callers of a hundred grains.</summary>
internal sealed class GrainCallBenchmark : IBenchmark
{
    private const int Callers = 100;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    public IReadOnlyList<string> Names { get; } = ["grain_calls_per_s"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (host, grains) = await EngineHost.StartAsync();
        using (host)
        {
            await RunAsync(grains, TimeSpan.FromSeconds(1));
            var calls = await RunAsync(grains, Time);
            return [new("grain_calls_per_s", calls / Time.TotalSeconds, "calls/s, 100 callers", null, "≥ 700,000")];
        }
    }

    private static async Task<long> RunAsync(Orleans.IGrainFactory grains, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Task.Run(async () =>
        {
            var grain = grains.GetGrain<ICountGrain>($"count:{n}");
            var calls = 0L;
            while (Stopwatch.GetTimestamp() < until)
            {
                await grain.Next();
                calls++;
            }
            return calls;
        })));
        return counts.Sum();
    }
}
