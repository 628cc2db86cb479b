using Reva.Sandbox;
using Reva.Sandbox.Shopify.Throttle;
using Reva.Testing.Database;
using Reva.Testing.Server;

namespace Reva.Evaluations.Stores;

/// <summary>A store served by the sandbox and answered for by a real server with a database of its own, and all that is true of it.</summary>
public abstract class EvaluatedStore : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    // Hundreds of talks in half a minute are more than any shop's plan lets through.
    private static readonly CostLimits Busy = new(Size: 1_000_000, RestoreRate: 1_000_000);
    private SandboxHost? _sandbox;
    private ServerProcess? _server;
    private StoreFacts? _facts;
    private string _apiKey = "";

    internal string ServerUrl => Server.Url;

    internal HttpClient Http => Server.Http;

    internal string ApiKey => _apiKey;

    /// <summary>What the store's folder says.</summary>
    internal StoreFacts Facts => _facts ?? throw new InvalidOperationException("The fixture was not initialised.");

    private ServerProcess Server => _server ?? throw new InvalidOperationException("The fixture was not initialised.");

    public virtual async Task InitializeAsync()
    {
        if (await FolderAsync() is not { } folder)
            return;
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { StoreDirectory = folder, CostLimits = Busy });
        _facts = StoreFacts.Read(folder);
        await _postgres.InitializeAsync();
        var settings = new ServerSettings
        {
            Database = _postgres.ConnectionString, SandboxUrl = _sandbox.Url, SandboxToken = SandboxOptions.DefaultAccessToken,
            More = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Api:RequestsPerMinute"] = "100000",
                ["Grounding:TraceRules"] = "true",
                [$"Stores:{ServerSettings.StoreId}:Name"] = _facts.ShopName,
                // The public orders are dear; that a dear one is looked at by a person is tested apart.
                [$"Stores:{ServerSettings.StoreId}:Support:HighValue"] = "0",
            },
        };
        _apiKey = settings.ApiKey;
        _server = await ServerProcess.Start(settings);
    }

    public virtual async Task DisposeAsync()
    {
        if (_server is null)
            return;
        await _server.DisposeAsync();
        await _postgres.DisposeAsync();
        await _sandbox!.DisposeAsync();
    }

    /// <summary>The store's folder; null where its data is not on this machine.</summary>
    private protected abstract Task<string?> FolderAsync();
}

/// <summary>The built-in demo store.</summary>
public sealed class DemoStore : EvaluatedStore
{
    private protected override Task<string?> FolderAsync() => Task.FromResult<string?>(Path.Combine(AppContext.BaseDirectory, "DemoStore"));
}
