using Reva.Sandbox.Control;
using Reva.Sandbox.Faults;
using Reva.Sandbox.Mail;
using Reva.Sandbox.Models;
using Reva.Sandbox.Models.Anthropic;
using Reva.Sandbox.Models.OpenAi;
using Reva.Sandbox.Models.Scripts;
using Reva.Sandbox.Shopify;
using Reva.Sandbox.Shopify.Folder;
using Reva.Sandbox.Shopify.Store;
using Reva.Sandbox.Shopify.Throttle;
using Reva.Sandbox.Storefront;

namespace Reva.Sandbox;

/// <summary>A running sandbox. Tests start one in their own process; it still speaks HTTP over a real port.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxHost(WebApplication app) => _app = app;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => _app.Urls.First().TrimEnd('/');

    /// <summary>Loads the store and starts to listen.</summary>
    /// <exception cref="StoreFolderException">The store folder cannot be served.</exception>
    public static async Task<SandboxHost> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        var app = Build(options ?? new SandboxOptions());
        await app.StartAsync(cancellationToken);
        return new SandboxHost(app);
    }

    /// <summary>Forgets all changes of the shop and serves it as its folder was read, in well under 10 ms.</summary>
    /// <param name="directory">Another folder to serve from now on; it is read when it is met for the first time.</param>
    /// <exception cref="StoreFolderException">The other folder cannot be served.</exception>
    public void ResetStore(string? directory = null) => _app.Services.GetRequiredService<StoreHolder>().Reset(directory);

    /// <summary>Ends when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SandboxHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls);
        // The server reports every answer that is cut off on purpose as an error.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        // Read at once, so that a wrong folder stops the start and not the first request.
        var store = new StoreHolder(directory => Load(options, directory), options.Time);
        builder.Services.AddSingleton(options).AddSingleton(options.Time).AddSingleton(store)
            .AddSingleton(new CostBuckets(options.CostLimits, options.Time)).AddSingleton<AdminApi>().AddSingleton(new JobDelay { Value = options.JobDelay })
            .AddSingleton<FaultBoard>().AddSingleton<RequestLog>().AddSingleton<MailBox>().AddSingleton<ScriptBook>().AddSingleton<ModelStage>();
        var app = builder.Build();
        app.UseMiddleware<FaultMiddleware>();
        ControlApi.Map(app);
        AdminApi.Map(app);
        OpenAiApi.Map(app);
        AnthropicApi.Map(app);
        ResendApi.Map(app);
        Pictures.Map(app);
        app.MapStorefront();
        return app;
    }

    private static ShopStore Load(SandboxOptions options, string? other)
    {
        var now = options.Time.GetUtcNow();
        var directory = other ?? options.StoreDirectory ?? Path.Combine(AppContext.BaseDirectory, "DemoStore");
        return new StoreFolder(directory, BaseDate.For(options.StateDirectory, now), now).Load();
    }
}
