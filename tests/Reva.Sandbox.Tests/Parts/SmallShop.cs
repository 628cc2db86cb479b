using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Reva.Sandbox.Tests.Parts;

/// <summary>A sandbox on a port of its own, serving the small store of these tests, with a clock that the test turns.</summary>
public sealed class SmallShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly SandboxHost _host;

    private SmallShop(SandboxHost host, HandTurnedClock clock)
    {
        _host = host;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(host.Url + "/") };
    }

    public HttpClient Http { get; }

    public HandTurnedClock Clock { get; }

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Stores", "small");

    public static async Task<SmallShop> OpenAsync(Func<SandboxOptions, SandboxOptions>? with = null)
    {
        var clock = new HandTurnedClock(Start);
        var options = new SandboxOptions { StoreDirectory = Folder, Time = clock };
        return new SmallShop(await SandboxHost.StartAsync(with?.Invoke(options) ?? options), clock);
    }

    /// <summary>Asks the Admin API.</summary>
    public async Task<JsonNode> Ask(string query, object? variables = null)
    {
        using var response = await Post("admin/api/2026-10/graphql.json", new { query, variables });
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Asks the Admin API what must succeed.</summary>
    public async Task<JsonNode> Data(string query, object? variables = null)
    {
        var answer = await Ask(query, variables);
        Assert.Null(answer["errors"]?.ToJsonString());
        return answer["data"]!;
    }

    public async Task<HttpResponseMessage> Post(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Shopify-Access-Token", SandboxOptions.DefaultAccessToken);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Tells the sandbox something under <c>/_control</c>.</summary>
    public async Task Control(string what, object body)
    {
        using var response = await Post("_control/" + what, body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
    }
}
