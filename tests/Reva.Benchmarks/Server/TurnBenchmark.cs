using System.Diagnostics;
using Reva.Benchmarks.Harness;

namespace Reva.Benchmarks.Server;

/// <summary>Whole turns without a model, over the hub: stored, understood, looked up, answered, stored. Client, server and PostgreSQL share the machine.</summary>
internal sealed class TurnBenchmark : IBenchmark
{
    private const int Shoppers = 24;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
    // The runtime compiles hot code a second time while it runs; that is over by then.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly string[] Words = ["hello", "how long do I have to return something?", "waterproof jacket under 150", "do you ship to Canada?", "thanks", "something cheaper"];

    private static readonly byte[] Answered = "\"type\":\"text.completed\""u8.ToArray();

    public IReadOnlyList<string> Names { get; } = ["turns_per_s", "turns_p99_ms"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var server = await BenchServer.StartAsync();
        await RunAsync(server, WarmUp, new Samples());
        var samples = new Samples();
        await RunAsync(server, Time, samples);
        return
        [
            new("turns_per_s", samples.Count / Time.TotalSeconds, $"turns/s, {Shoppers} shoppers over the hub", null, "≥ 1,000"),
            new("turns_p99_ms", samples.Percentile(99), "ms, message sent to answer stored", null, "≤ 50"),
        ];
    }

    private static async Task RunAsync(BenchServer server, TimeSpan time, Samples samples)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, Shoppers).Select(async n =>
        {
            await using var line = await LoadLine.OpenAsync(server.Process.Url);
            await line.StartAsync();
            for (var i = n; Stopwatch.GetTimestamp() < until; i++)
            {
                var since = Stopwatch.GetTimestamp();
                await line.SayAsync(Words[i % Words.Length]);
                await line.ReadUntilAsync(Answered);
                samples.Add(since);
            }
        }));
    }
}
