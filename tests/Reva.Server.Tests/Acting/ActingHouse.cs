using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Actions;
using Reva.Agent.Ports;
using Reva.Connections;
using Reva.Postgres.Conversations;
using Reva.Sandbox;
using Reva.Server.Security;
using Reva.Testing.Database;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>A database and a shop for servers that act, and a desk of its own that stores proposals as a server of before would have.</summary>
/// <param name="directory">The shop's folder; null for one with an order for every test.</param>
public sealed class ActingHouse(string? directory = null) : IAsyncLifetime
{
    /// <summary>What the shop's merchant allows, unless a test says otherwise.</summary>
    public const string Policies = """
        {"actions":{"refund":{"mode":"customer_confirms","perOrder":null,"perCustomerDay":null,"perStoreDay":null},"apply_discount":{"mode":"customer_confirms"},
          "return_items":{"perCustomerDay":null,"perStoreDay":null},"cancel_order":{"perStoreDay":null},"update_customer_address":{"level":"order_and_email"}},
         "grants":[{"name":"late-delivery","when":"delivery came late","percent":10,"validDays":30,"perCustomerDays":365}]}
        """;

    private const string Neighbour = "neighbour";
    private const string NeighbourKey = "reva_the_key_of_the_neighbours_store_in_tests";
    private static readonly byte[] Signing = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];
    private readonly PostgresFixture _postgres = new();
    private readonly ShopFolder? _folder = directory is null ? new() : null;
    private SandboxHost? _sandbox;
    private ServiceProvider? _shop;
    private ConversationLog? _log;
    private int _open = ShopFolder.FirstOpen;
    private int _delivered = ShopFolder.FirstDelivered;
    private int _regular = ShopFolder.FirstOfRegular;

    public HttpClient SandboxHttp { get; } = new();

    /// <summary>The time of what is planted, and of servers that are told it.</summary>
    public ShiftableClock Clock { get; } = new();

    public string ConnectionString => _postgres.ConnectionString;

    internal BackOffice Shop => new(SandboxHttp);

    internal Planting Planting { get; private set; } = null!;

    internal ConversationLog Log => _log!;

    internal Npgsql.NpgsqlDataSource Source => _postgres.DataSource;

    public VisitorTokens Tokens { get; } = new(Signing);

    public ServerSettings Settings => With(Policies);

    /// <summary>What a server is told whose merchant allows this.</summary>
    public ServerSettings With(string policies) => new()
    {
        Database = _postgres.ConnectionString, SandboxUrl = _sandbox!.Url, SandboxToken = SandboxOptions.DefaultAccessToken,
        More = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Api:RequestsPerMinute"] = "100000", ["Chat:Burst"] = "1000",
            ["Security:SigningKey"] = Convert.ToBase64String(Signing),
            ["Stores:demo:Policies"] = policies,
            // Another merchant's store, to reach over from.
            [$"ApiKeys:{Neighbour}"] = NeighbourKey, [$"Stores:{Neighbour}:Name"] = "Neighbour", [$"Stores:{Neighbour}:Currency"] = "USD",
            [$"Stores:{Neighbour}:Shopify:ShopUrl"] = _sandbox.Url, [$"Stores:{Neighbour}:Shopify:StorefrontUrl"] = _sandbox.Url, [$"Stores:{Neighbour}:Shopify:AccessToken"] = SandboxOptions.DefaultAccessToken,
            ["Actions:InFlight"] = "00:00:01", ["Actions:FirstWait"] = "00:00:00.2", ["Actions:LongestWait"] = "00:00:01",
            ["Shopify:CancelLookUpSeconds"] = "1", ["Shopify:BreakSeconds"] = "0.5", ["Shopify:ShopperTrySeconds"] = "15", ["Shopify:ShopperSeconds"] = "30",
        },
    };

    public async Task InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { StoreDirectory = directory ?? _folder!.Directory, CostLimits = new(100_000, 50_000) });
        SandboxHttp.BaseAddress = new Uri(_sandbox.Url);
        _log = new ConversationLog(_postgres.DataSource, new(), Microsoft.Extensions.Logging.Abstractions.NullLogger<ConversationLog>.Instance);
        _shop = new ServiceCollection().AddLogging().AddRevaConnections(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Stores:demo:Shopify:ShopUrl"] = _sandbox.Url, ["Stores:demo:Shopify:StorefrontUrl"] = _sandbox.Url, ["Stores:demo:Shopify:AccessToken"] = SandboxOptions.DefaultAccessToken,
        }).Build()).BuildServiceProvider();
        Planting = new Planting(this, _shop.GetRequiredService<ICommerce>(), _shop.GetRequiredService<IOrders>(), _shop.GetRequiredService<ICustomers>(), new ActionLedger(_postgres.DataSource));
    }

    /// <summary>The number of an order that no other test has, of a customer of its own.</summary>
    public string NewOrder(bool delivered) => Number(delivered ? Interlocked.Increment(ref _delivered) : Interlocked.Increment(ref _open));

    /// <summary>The number of a delivered order of the one customer who has many.</summary>
    public string NewOrderOfRegular() => Number(Interlocked.Increment(ref _regular));

    /// <summary>A merchant's program at a server.</summary>
    public RestClient Program(HttpClient server) => new(server, Settings.ApiKey);

    /// <summary>The program of the neighbour's merchant at a server.</summary>
    public static RestClient NeighboursProgram(HttpClient server) => new(server, NeighbourKey);

    /// <summary>The verdict on all audit chains of the store.</summary>
    public async Task AssertAuditWholeAsync(HttpClient server)
    {
        var verdict = (await Program(server).CallAsync("GET", "audit/verify")).Taken;
        Assert.True((bool)verdict["whole"]!, verdict.ToJsonString());
    }

    public async Task DisposeAsync()
    {
        if (_log is not null)
            await _log.DisposeAsync();
        if (_shop is not null)
            await _shop.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        SandboxHttp.Dispose();
        await _postgres.DisposeAsync();
        _folder?.Dispose();
    }

    private static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"#{n - 1}");
}
