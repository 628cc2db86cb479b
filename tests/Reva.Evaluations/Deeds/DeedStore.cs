using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Reva.Sandbox;
using Reva.Sandbox.Shopify.Throttle;
using Reva.Testing.Database;
using Reva.Testing.Server;

namespace Reva.Evaluations.Deeds;

/// <summary>The demo shop with its back office, and a real server that answers for it, with a scripted model or without any.</summary>
public abstract class DeedStore(bool withModel) : IAsyncLifetime
{
    private const string Model = "talker";

    // Hundreds of talks in half a minute are more than any shop's plan lets through.
    private static readonly CostLimits Busy = new(Size: 1_000_000, RestoreRate: 1_000_000);

    private readonly PostgresFixture _postgres = new();
    private SandboxHost? _sandbox;
    private ServerProcess? _server;

    internal string ServerUrl => _server!.Url;

    internal HttpClient Office { get; } = new();

    internal HttpClient Api { get; } = new();

    internal bool WithModel => withModel;

    internal string LastWords => _server!.LastWords;

    public async Task InitializeAsync()
    {
        _sandbox = await SandboxHost.StartAsync(new SandboxOptions { CostLimits = Busy });
        Office.BaseAddress = new Uri(_sandbox.Url);
        await _postgres.InitializeAsync();
        var more = new Dictionary<string, string>(StringComparer.Ordinal) { ["Api:RequestsPerMinute"] = "100000" };
        if (withModel)
        {
            more[$"Models:Providers:{Model}:Kind"] = "openai";
            more[$"Models:Providers:{Model}:BaseUrl"] = $"{_sandbox.Url}/openai/v1";
            more[$"Models:Providers:{Model}:Model"] = Model;
            more["Models:Reply:0"] = Model;
        }
        var settings = new ServerSettings { Database = _postgres.ConnectionString, SandboxUrl = _sandbox.Url, SandboxToken = SandboxOptions.DefaultAccessToken, More = more };
        _server = await ServerProcess.Start(settings);
        Api.BaseAddress = new Uri(_server.Url);
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
    }

    public async Task DisposeAsync()
    {
        Office.Dispose();
        Api.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        await _postgres.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    /// <summary>The shop as it was read, and the merchant's policies.</summary>
    internal async Task BeginAsync(Deed deed)
    {
        await PostAsync(Office, "/_control/store/reset", new JsonObject());
        (await Office.DeleteAsync("/_control/mail")).EnsureSuccessStatusCode();
        foreach (var change in deed.Prepare)
            await PostAsync(Office, change.Path, change.Body);
        var policies = Lax();
        foreach (var (name, value) in deed.Policies ?? [])
        {
            if (name == "actions")
            {
                foreach (var (kind, rule) in value!.AsObject())
                    policies["actions"]![kind] = rule!.DeepClone();
            }
            else
                policies[name] = value!.DeepClone();
        }
        var now = JsonNode.Parse(await Api.GetStringAsync("/api/v1/policies"))!;
        using var answer = await Api.PutAsJsonAsync("/api/v1/policies", new { policies, person = "Dana", version = (int)now["version"]! });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Has the model say this to the next message: calls by rounds, then words.</summary>
    internal async Task ScriptAsync(IReadOnlyList<IReadOnlyList<ToolUse>> rounds)
    {
        (await Office.DeleteAsync("/_control/scripts")).EnsureSuccessStatusCode();
        object[] steps = [.. rounds.Select(r => new { toolCalls = r.Select(c => new { name = c.Name, arguments = c.Arguments }) }), new { text = "Please have a look at that and tell me what you'd like." }];
        await PostAsync(Office, "/_control/scripts", new { when = new { model = Model }, steps });
    }

    internal async Task PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    // Caps count over conversations, and all talks are of a few customers: what a cap does is a talk of its own.
    private static JsonObject Lax()
    {
        var actions = new JsonObject();
        foreach (var kind in new[] { "cancel_order", "change_items", "return_items", "exchange_items", "refund" })
            actions[kind] = new JsonObject { ["mode"] = "customer_confirms", ["perAction"] = 100000, ["perOrder"] = 100000, ["perCustomerDay"] = 1000000, ["perStoreDay"] = 1000000 };
        return new JsonObject { ["actions"] = actions };
    }
}

/// <summary>Answered for by the rule planner.</summary>
public sealed class RuleDeedStore() : DeedStore(withModel: false);

/// <summary>Answered for by a model that plays scripts.</summary>
public sealed class ModelDeedStore() : DeedStore(withModel: true);
