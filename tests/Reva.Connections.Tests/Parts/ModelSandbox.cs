using System.Net.Http.Json;
using System.Text.Json;
using Reva.Sandbox;

namespace Reva.Connections.Tests.Parts;

/// <summary>The sandbox's models: they play what a test writes for them, over OpenAI's and Anthropic's protocols.</summary>
internal sealed class ModelSandbox : IAsyncDisposable
{
    private readonly StoreFolder _folder = new("""[{ "id": 1, "handle": "mug", "title": "Mug", "variants": [{ "id": 11, "price": 9 }] }]""");
    private readonly HttpClient _control = new();
    private SandboxHost _host = null!;

    public static async Task<ModelSandbox> StartAsync()
    {
        var sandbox = new ModelSandbox();
        sandbox._host = await SandboxHost.StartAsync(new() { StoreDirectory = sandbox._folder.Directory });
        return sandbox;
    }

    /// <summary>Two providers of the given kinds, <c>main</c> and <c>backup</c>, whose models bear their names.</summary>
    public Dictionary<string, string?> Settings(string main = "openai", string backup = "openai") => new(StringComparer.Ordinal)
    {
        ["Models:Providers:main:Kind"] = main,
        ["Models:Providers:main:BaseUrl"] = Address(main),
        ["Models:Providers:main:Model"] = "main",
        ["Models:Providers:main:InputCostPerMillion"] = "2",
        ["Models:Providers:main:OutputCostPerMillion"] = "8",
        ["Models:Providers:backup:Kind"] = backup,
        ["Models:Providers:backup:BaseUrl"] = Address(backup),
        ["Models:Providers:backup:Model"] = "backup",
        ["Models:Reply:0"] = "main",
        ["Models:Reply:1"] = "backup",
        ["Models:Understand:0"] = "main",
        ["Models:FirstTokenSeconds"] = "2",
        ["Models:NextTokenSeconds"] = "1.5",
    };

    public string Address(string kind) => _host.Url + (kind == "openai" ? "/openai/v1" : "/anthropic");

    /// <summary>Adds a script; the first that fits a request is played.</summary>
    public async Task PlayAsync(string model, params object[] steps)
    {
        using var answer = await _control.PostAsJsonAsync(_host.Url + "/_control/scripts", new { when = new { model }, steps });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task ForgetScriptsAsync() => (await _control.DeleteAsync(_host.Url + "/_control/scripts")).EnsureSuccessStatusCode();

    /// <summary>How many requests a service has written down, once they are at least so many: it writes one down when it is over with it.</summary>
    public async Task<int> RequestsAsync(string service, int atLeast = 0)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        int count;
        do
            count = (await _control.GetFromJsonAsync<JsonElement>($"{_host.Url}/_control/requests?service={service}", limit.Token)).GetProperty("count").GetInt32();
        while (count < atLeast);
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }
}
