using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Models;

/// <summary>A shop and models that play scripts, for servers that differ in what they are told of models.</summary>
public sealed class ModelHouse : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private int _models;

    public SandboxFixture Sandbox { get; } = new();

    public string ApiKey => new ServerSettings { Database = "", SandboxUrl = "", SandboxToken = "" }.ApiKey;

    public async Task InitializeAsync()
    {
        await Sandbox.InitializeAsync();
        await _postgres.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    /// <summary>A model that no other test speaks to.</summary>
    public ScriptedModel Model(string kind = "openai") => new(Sandbox.Http, kind, $"model-{Interlocked.Increment(ref _models)}");

    /// <summary>A server whose replies come from these models, in this order of fail-over.</summary>
    public Task<ServerInside> ServerAsync(params ScriptedModel[] models) => ServerAsync(models, []);

    /// <summary>The same with further settings.</summary>
    public Task<ServerInside> ServerAsync(ScriptedModel[] models, Dictionary<string, string> more) => ServerInside.StartAsync(Settings(models, more));

    /// <summary>What such a server is told.</summary>
    public ServerSettings Settings(params ScriptedModel[] models) => Settings(models, []);

    private ServerSettings Settings(ScriptedModel[] models, Dictionary<string, string> more)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (order, model) in models.Index())
        {
            var key = $"Models:Providers:{model.Name}";
            settings[$"{key}:Kind"] = model.Kind;
            settings[$"{key}:BaseUrl"] = Sandbox.Url + (model.Kind == "openai" ? "/openai/v1" : "/anthropic");
            settings[$"{key}:Model"] = model.Name;
            settings[$"{key}:InputCostPerMillion"] = "2";
            settings[$"{key}:OutputCostPerMillion"] = "8";
            settings[$"Models:Reply:{order}"] = model.Name;
        }
        foreach (var (key, value) in more)
            settings[key] = value;
        return new ServerSettings { Database = _postgres.ConnectionString, SandboxUrl = Sandbox.Url, SandboxToken = Sandbox.AccessToken, More = settings };
    }

    /// <summary>An order in this state and the address that opens it.</summary>
    public async Task<(string Number, string Email)> OrderAsync(string status, int skip = 0)
    {
        var orders = (await Sandbox.Http.GetFromJsonAsync<JsonArray>("/_control/sample-orders"))!;
        var order = orders.Where(o => (string)o!["status"]! == status).Skip(skip).First()!;
        return ((string)order["number"]!, (string)order["email"]!);
    }
}

/// <summary>One model of the sandbox: what it is to say, and what it was asked.</summary>
public sealed class ScriptedModel(HttpClient sandbox, string kind, string name)
{
    public string Kind => kind;

    public string Name => name;

    /// <summary>From now on it plays these rounds, to messages that contain some words only when they are given.</summary>
    public async Task PlaysAsync(object[] steps, string? whenAsked = null)
    {
        using var answer = await sandbox.PostAsJsonAsync("/_control/scripts", new { when = new { model = name, userContains = whenAsked }, steps });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>From now on it says this.</summary>
    public Task SaysAsync(string text) => PlaysAsync([new { text }]);

    /// <summary>All scripts of all models are forgotten.</summary>
    public async Task ForgetsAsync() => (await sandbox.DeleteAsync("/_control/scripts")).EnsureSuccessStatusCode();

    /// <summary>The bodies of the requests that it got, oldest first.</summary>
    public async Task<List<string>> HeardAsync()
    {
        var log = (await sandbox.GetFromJsonAsync<JsonNode>($"/_control/requests?service={kind}&contains={name}&most=5000"))!;
        return [.. log["requests"]!.AsArray().Select(r => (string)r!["body"]!).Where(b => (string?)JsonNode.Parse(b)?["model"] == name)];
    }
}

/// <summary>The shop and its models, shared by all tests that speak to models.</summary>
[CollectionDefinition(Name)]
public sealed class ModelsCollection : ICollectionFixture<ModelHouse>
{
    public const string Name = "Models";
}
