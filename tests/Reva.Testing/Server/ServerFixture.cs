using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Xunit;

namespace Reva.Testing.Server;

/// <summary>Class or collection fixture: the whole of Reva as shoppers meet it, with a database and a demo shop of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly SandboxFixture _sandbox = new();
    private ServerProcess? _server;

    /// <summary>The running server.</summary>
    public ServerProcess Server => _server ?? throw new InvalidOperationException("The fixture was not initialised.");

    /// <summary>The shop and models that it talks to.</summary>
    public SandboxFixture Sandbox => _sandbox;

    /// <summary>Its database.</summary>
    public PostgresFixture Postgres => _postgres;

    /// <summary>What it was told; a second server beside it can be told the same.</summary>
    public ServerSettings Settings => new()
    {
        Database = _postgres.ConnectionString,
        SandboxUrl = _sandbox.Url,
        SandboxToken = _sandbox.AccessToken,
        // All tests of a collection speak with one key, faster than any one program would.
        More = new Dictionary<string, string>(StringComparer.Ordinal) { ["Api:RequestsPerMinute"] = "100000" },
    };

    public async Task InitializeAsync()
    {
        await _sandbox.InitializeAsync();
        await _postgres.InitializeAsync();
        _server = await ServerProcess.Start(Settings);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _postgres.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
