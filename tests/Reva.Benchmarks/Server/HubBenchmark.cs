using System.Diagnostics;
using Reva.Benchmarks.Harness;
using Reva.Testing.Hub;

namespace Reva.Benchmarks.Server;

/// <summary>Round trips of the lightest hub call, against a hub that does nothing.</summary>
internal sealed class HubBenchmark : IBenchmark
{
    private const int Lines = 50;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public IReadOnlyList<string> Names { get; } = ["hub_roundtrips_per_s"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var floor = await PlainAsync();
        await using var server = await BenchServer.StartAsync();
        var reva = await RunAsync(async () =>
        {
            var shopper = await Shopper.ArriveAsync(server.Process.Url);
            return (shopper.Line, shopper.ConversationId);
        });
        return [new("hub_roundtrips_per_s", reva, "Typing calls/s, 50 lines", floor, "≥ 0.5 × floor")];
    }

    private static async Task<double> PlainAsync()
    {
        await using var app = await PlainHub.StartAsync("http://127.0.0.1:0");
        return await RunAsync(async () => (await HubLine.OpenAsync(app.Urls.First()), "x"));
    }

    private static async Task<double> RunAsync(Func<Task<(HubLine Line, string Conversation)>> open)
    {
        var lines = new List<(HubLine Line, string Conversation)>();
        for (var i = 0; i < Lines; i++)
            lines.Add(await open());
        await CallAsync(lines, TimeSpan.FromSeconds(1));
        var calls = await CallAsync(lines, Time);
        foreach (var (line, _) in lines)
            await line.DisposeAsync();
        return calls / Time.TotalSeconds;
    }

    private static async Task<long> CallAsync(List<(HubLine Line, string Conversation)> lines, TimeSpan time)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(lines.Select(async l =>
        {
            var calls = 0L;
            for (; Stopwatch.GetTimestamp() < until; calls++)
                await l.Line.CallAsync("Typing", l.Conversation);
            return calls;
        }));
        return counts.Sum();
    }
}
