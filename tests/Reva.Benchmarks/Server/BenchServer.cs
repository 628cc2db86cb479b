using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;

namespace Reva.Benchmarks.Server;

/// <summary>A server of its own process with database and demo shop, and no limit on how fast one connection may send.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly PostgresFixture _postgres = new();
    private readonly SandboxFixture _sandbox = new();

    public ServerProcess Process { get; private set; } = null!;

    public ServerSettings Settings { get; private set; } = null!;

    public static async Task<BenchServer> StartAsync(IReadOnlyDictionary<string, string>? more = null)
    {
        var server = new BenchServer();
        await server._sandbox.InitializeAsync();
        await server._postgres.InitializeAsync();
        server.Settings = new ServerSettings
        {
            Database = server._postgres.ConnectionString, SandboxUrl = server._sandbox.Url, SandboxToken = server._sandbox.AccessToken,
            More = new Dictionary<string, string>(more ?? new Dictionary<string, string>(), StringComparer.Ordinal)
            {
                ["Chat:Burst"] = "1000000", ["Chat:PerSecond"] = "1000000", ["Api:RequestsPerMinute"] = "10000000",
            },
        };
        server.Process = await ServerProcess.Start(server.Settings);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await _postgres.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
