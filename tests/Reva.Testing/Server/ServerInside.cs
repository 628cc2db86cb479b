using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reva.Server.Hosting;
using Reva.Testing.Time;

namespace Reva.Testing.Server;

/// <summary>Reva.Server within the test's own process, over a real port: its endpoints can be counted, its grains asked, its clock set.</summary>
public sealed class ServerInside : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServerInside(WebApplication app, string url, KeptLog log)
    {
        _app = app;
        Url = url;
        Log = log;
        Http = new HttpClient { BaseAddress = new Uri(url) };
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>A client for its addresses, without a key.</summary>
    public HttpClient Http { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>All that it wrote into its log.</summary>
    public KeptLog Log { get; }

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<ServerInside> StartAsync(ServerSettings settings, TimeProvider? clock = null, Action<IServiceCollection>? services = null)
    {
        var port = FreePort.Take();
        var log = new KeptLog();
        var app = await ServerHost.BuildAsync([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.At(port).Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
            builder.Logging.ClearProviders().AddProvider(log);
            if (clock is not null)
                builder.Services.AddSingleton(clock);
            services?.Invoke(builder.Services);
        });
        var server = new ServerInside(app, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), log);
        await app.StartAsync();
        await Eventually.Is($"{server.Url} is ready", async () =>
        {
            using var answer = await server.Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        });
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
