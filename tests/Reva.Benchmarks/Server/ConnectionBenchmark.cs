using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Reva.Benchmarks.Harness;
using Reva.Testing;

namespace Reva.Benchmarks.Server;

/// <summary>Resident memory of the server's process for each open shopper who has begun a conversation and listens. Floor: a hub that does nothing.</summary>
internal sealed class ConnectionBenchmark : IBenchmark
{
    private const int Shoppers = 15_000;
    private const int WarmUp = 500;
    private const int Connecting = 32;

    public IReadOnlyList<string> Names { get; } = ["connection_kib"];

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        double floor;
        using (var plain = await PlainProcessAsync())
        {
            floor = await KibAsync(plain.Url, plain.Process.Id);
            plain.Process.Kill();
        }
        await using var server = await BenchServer.StartAsync();
        var reva = await KibAsync(server.Process.Url, server.Process.Id);
        return [new("connection_kib", reva, string.Create(CultureInfo.InvariantCulture, $"KiB a connection, {Shoppers:#,0} open"), floor, "≤ 1.5 × floor")];
    }

    private static async Task<double> KibAsync(string url, int processId)
    {
        var lines = new List<LoadLine>(Shoppers + WarmUp);
        try
        {
            await OpenAsync(lines, url, WarmUp);
            var before = ResidentKib(processId);
            await OpenAsync(lines, url, Shoppers);
            return (ResidentKib(processId) - before) / Shoppers;
        }
        finally
        {
            foreach (var line in lines)
                await line.DisposeAsync();
        }
    }

    private static Task OpenAsync(List<LoadLine> lines, string url, int count) => Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Connecting }, async (_, _) =>
    {
        var line = await LoadLine.OpenAsync(url);
        await line.StartAsync();
        lock (lines)
            lines.Add(line);
    });

    private static double ResidentKib(int processId)
    {
        const string mark = "VmRSS:";
        var resident = File.ReadLines($"/proc/{processId}/status").First(l => l.StartsWith(mark, StringComparison.Ordinal));
        return double.Parse(resident[mark.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static async Task<Plain> PlainProcessAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var process = Process.Start("dotnet", [typeof(ConnectionBenchmark).Assembly.Location, "plain-hub", url]);
        using var http = new HttpClient();
        await Testing.Time.Eventually.Is("the plain hub listens", async () =>
        {
            try
            {
                using var answer = await http.GetAsync(url);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        return new Plain(process, url);
    }

    private sealed record Plain(Process Process, string Url) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
