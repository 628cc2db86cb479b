using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Actions;
using Reva.Agent.Ports;
using Reva.Agent.Tools.Acting;
using Reva.Connections;
using Reva.Core.Customers;
using Reva.Core.Stores;
using Reva.Replay.Acting;
using Reva.Replay.Data;
using Reva.Replay.State;
using Reva.Sandbox;

namespace Reva.Replay.Shop;

/// <summary>One shop: a sandbox over HTTP and Reva's parts as the server puts them together, with the back office between them.</summary>
internal sealed class RetailShop : IAsyncDisposable
{
    private const string StoreId = "retail";

    private readonly SandboxHost _sandbox;
    private readonly HttpClient _http;
    private readonly ServiceProvider _services;

    private RetailShop(SandboxHost sandbox)
    {
        _sandbox = sandbox;
        _http = new HttpClient { BaseAddress = new Uri(sandbox.Url + "/") };
        _services = Compose();
        Final = new StoreReader(_http);
    }

    /// <summary>The store.</summary>
    public StoreProfile Store { get; } = new() { Id = StoreId, Name = "Retail" };

    /// <summary>The state of the store.</summary>
    public StoreReader Final { get; }

    /// <summary>Where the calls are taken.</summary>
    public Desk Desk => _services.GetRequiredService<Desk>();

    /// <summary>Opens a shop on a store folder.</summary>
    public static async Task<RetailShop> OpenAsync(string folder) =>
        new(await SandboxHost.StartAsync(new SandboxOptions { StoreDirectory = folder, CostLimits = new(1_000_000, 1_000_000), JobDelay = TimeSpan.Zero }));

    /// <summary>A fresh store, as the folder holds it, of which nothing is remembered.</summary>
    public async Task ResetAsync()
    {
        using var answer = await _http.PostAsync(new Uri("_control/store/reset", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
        _services.GetRequiredService<MemoryLedger>().Clear();
    }

    /// <summary>Proves who the customer is by name and postcode, else by their e-mail address; null when nobody is like that.</summary>
    public async Task<Customer?> VerifyAsync(Proof proof, CancellationToken cancellationToken)
    {
        var customers = _services.GetRequiredService<ICustomers>();
        return await customers.ByNameAndPostcodeAsync(StoreId, proof.FirstName, proof.LastName, proof.Zip, cancellationToken)
            ?? await customers.ByEmailAsync(StoreId, proof.Email, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        await _sandbox.DisposeAsync();
    }

    private ServiceProvider Compose()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"Stores:{StoreId}:Shopify:ShopUrl"] = _sandbox.Url,
            [$"Stores:{StoreId}:Shopify:AccessToken"] = SandboxOptions.DefaultAccessToken,
            ["Shopify:DifferencesSettledElsewhere"] = "true",
        };
        var services = new ServiceCollection().AddLogging();
        services.AddRevaConnections(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        // The back office takes the place of the adapter and calls it for what is the platform's.
        var adapter = services.Last(s => s.ServiceType == typeof(ICommerce));
        services.Remove(adapter);
        services.AddSingleton(adapter.ImplementationType!).AddSingleton(new BackOfficeClient(_http));
        services.AddSingleton<ICommerce>(s => new RetailBackOffice((ICommerce)s.GetRequiredService(adapter.ImplementationType!), s.GetRequiredService<BackOfficeClient>()));
        services.AddSingleton<MemoryLedger>().AddSingleton<IActionLedger>(s => s.GetRequiredService<MemoryLedger>()).AddSingleton<IPolicies, RetailPolicies>();
        services.AddSingleton(new ActionOptions()).AddSingleton<ActionDesk>().AddSingleton<ActionRunner>();
        services.AddSingleton<OwnOrders>().AddSingleton<OrderItems>();
        services.AddSingleton<IActionTool, CancelOrderTool>().AddSingleton<IActionTool, ChangeAddressTool>().AddSingleton<IActionTool, ChangeItemsTool>()
            .AddSingleton<IActionTool, ChangePaymentMethodTool>().AddSingleton<IActionTool, ReturnItemsTool>().AddSingleton<IActionTool, ExchangeItemsTool>()
            .AddSingleton<IActionTool, UpdateCustomerAddressTool>();
        services.AddSingleton<Readings>();
        services.AddSingleton(s => new Desk(
            s.GetRequiredService<ActionDesk>(), s.GetRequiredService<ActionRunner>(), [.. s.GetServices<IActionTool>()], s.GetRequiredService<Readings>(), s.GetRequiredService<TimeProvider>()));
        return services.BuildServiceProvider();
    }
}
