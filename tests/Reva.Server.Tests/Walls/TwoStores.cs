using System.Text.Json.Nodes;
using Reva.Sandbox;
using Reva.Testing;
using Reva.Testing.Database;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Walls;

/// <summary>One server with two stores, each with a shop, a key and visitors of its own; its clock can be set forward.</summary>
public sealed class TwoStores : IAsyncLifetime
{
    public const string Fern = "demo";
    public const string Lantern = "lantern";

    private const string LanternKey = "reva_the_key_of_the_second_store_in_tests";
    private readonly PostgresFixture _postgres = new();
    private SandboxHost? _fern;
    private SandboxHost? _lantern;
    private ServerInside? _server;

    public ServerInside Server => _server!;

    public ShiftableClock Clock { get; } = new();

    public RestClient FernProgram => new(Server.Http, Settings.ApiKey);

    public RestClient LanternProgram => new(Server.Http, LanternKey);

    /// <summary>What the first shop's orders look like, up to two in each state.</summary>
    public JsonArray FernOrders { get; private set; } = [];

    public ServerSettings Settings => new()
    {
        Database = _postgres.ConnectionString,
        SandboxUrl = _fern!.Url,
        SandboxToken = SandboxOptions.DefaultAccessToken,
        More = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [$"ApiKeys:{Lantern}"] = LanternKey,
            [$"Stores:{Lantern}:Name"] = "Lantern & Loom",
            [$"Stores:{Lantern}:Currency"] = "EUR",
            [$"Stores:{Lantern}:Shopify:ShopUrl"] = _lantern!.Url,
            [$"Stores:{Lantern}:Shopify:StorefrontUrl"] = _lantern.Url,
            [$"Stores:{Lantern}:Shopify:AccessToken"] = SandboxOptions.DefaultAccessToken,
        },
    };

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _fern = await SandboxHost.StartAsync();
        _lantern = await SandboxHost.StartAsync(new SandboxOptions { StoreDirectory = Path.Combine(Checkout.Root, "tests", "Reva.Server.Tests", "Walls", "LanternStore") });
        using var fern = new HttpClient();
        FernOrders = JsonNode.Parse(await fern.GetStringAsync($"{_fern.Url}/_control/sample-orders"))!.AsArray();
        _server = await ServerInside.StartAsync(Settings, Clock);
    }

    /// <summary>Ends the server and starts it anew on the same database.</summary>
    public async Task RestartAsync()
    {
        await Server.DisposeAsync();
        _server = await ServerInside.StartAsync(Settings, Clock);
    }

    /// <summary>An order of the first shop in a state, with the e-mail address it was placed with.</summary>
    public (string Number, string Email) FernOrder(string status)
    {
        var order = FernOrders.First(o => (string)o!["status"]! == status)!;
        return ((string)order["number"]!, (string)order["email"]!);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_lantern is not null)
            await _lantern.DisposeAsync();
        if (_fern is not null)
            await _fern.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
