using System.Diagnostics;
using Reva.Benchmarks.Harness;
using Reva.Testing.Hub;

namespace Reva.Benchmarks.Server;

/// <summary>From the start of the server's process, on a loaded database, to the first answered message.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["start_s"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var server = await BenchServer.StartAsync();
        server.Process.Kill();
        var since = Stopwatch.GetTimestamp();
        await server.Process.Start();
        await using var shopper = await Shopper.ArriveAsync(server.Process.Url);
        await shopper.AskAsync("hello");
        return [new("start_s", Stopwatch.GetElapsedTime(since).TotalSeconds, "s, server process to first answer", null, "≤ 5")];
    }
}
