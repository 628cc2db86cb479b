using Reva.Sandbox;
using Xunit;

namespace Reva.Testing.Sandbox;

/// <summary>Class fixture: the outside world over real HTTP on a free port, with the built-in demo store.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private SandboxHost? _host;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url => Host.Url;

    /// <summary>An access token of the shop that it serves.</summary>
    public string AccessToken => SandboxOptions.DefaultAccessToken;

    /// <summary>A client for its addresses.</summary>
    public HttpClient Http { get; } = new();

    private SandboxHost Host => _host ?? throw new InvalidOperationException("The fixture was not initialised.");

    public async Task InitializeAsync()
    {
        _host = await SandboxHost.StartAsync();
        Http.BaseAddress = new Uri(_host.Url);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
    }
}
