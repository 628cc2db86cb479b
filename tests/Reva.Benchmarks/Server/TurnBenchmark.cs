using System.Diagnostics;
using Reva.Benchmarks.Harness;
using Reva.Testing.Hub;

namespace Reva.Benchmarks.Server;

/// <summary>Whole turns without a model, over the hub: stored, understood, looked up, answered, stored. Client, server and PostgreSQL share the machine.</summary>
internal sealed class TurnBenchmark : IBenchmark
{
    private const int Shoppers = 40;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
    private static readonly string[] Words = ["hello", "how long do I have to return something?", "waterproof jacket under 150", "do you ship to Canada?", "thanks", "something cheaper"];

    public IReadOnlyList<string> Names { get; } = ["turns_per_s", "turns_p99_ms"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var server = await BenchServer.StartAsync();
        await RunAsync(server, TimeSpan.FromSeconds(3), new Samples());
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
            await using var shopper = await Shopper.ArriveAsync(server.Process.Url);
            var live = await shopper.Line.StreamAsync("Subscribe", shopper.ConversationId, 0L);
            for (var i = n; Stopwatch.GetTimestamp() < until; i++)
            {
                var since = Stopwatch.GetTimestamp();
                await shopper.SayAsync(Words[i % Words.Length]);
                while ((string)(await live.ReadAsync())["type"]! != "text.completed")
                {
                }
                samples.Add(since);
            }
        }));
    }
}
