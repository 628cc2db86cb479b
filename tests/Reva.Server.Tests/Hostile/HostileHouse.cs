using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Reva.Agent.Specialists;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Sandbox;
using Reva.Server.Tests.Acting;
using Reva.Testing.Server;

namespace Reva.Server.Tests.Hostile;

/// <summary>A server with two shops whose model plays scripts, and whose one specialist has every tool there is: only gate, policy and customer stand in its way.</summary>
public sealed class HostileHouse : IAsyncLifetime
{
    public const string Model = "hostile";

    private readonly HostileShop _own = new();
    private readonly HostileShop _other = new("lantern-");
    private SandboxHost? _lantern;
    private ActingHouse? _acting;

    public ActingHouse Acting => _acting!;

    public ServerInside Server { get; private set; } = null!;

    public RestClient Program => Acting.Program(Server.Http);

    internal Planting Planting => Acting.Planting;

    public async Task InitializeAsync()
    {
        _acting = new ActingHouse(_own.Directory);
        await _acting.InitializeAsync();
        _lantern = await SandboxHost.StartAsync(new SandboxOptions { StoreDirectory = _other.Directory });
        var settings = _acting.Settings;
        var more = new Dictionary<string, string>(settings.More, StringComparer.Ordinal)
        {
            ["Models:Providers:main:Kind"] = "openai", ["Models:Providers:main:BaseUrl"] = settings.SandboxUrl + "/openai/v1", ["Models:Providers:main:ApiKey"] = "sk-sandbox",
            ["Models:Providers:main:Model"] = Model, ["Models:Reply:0"] = "main",
            // A busy machine is not what is tested.
            ["Models:FirstTokenSeconds"] = "30", ["Models:NextTokenSeconds"] = "30", ["Models:ReplyWithinSeconds"] = "50", ["Models:ReplyWholeSeconds"] = "55",
            ["Stores:lantern:Name"] = "Lantern", ["Stores:lantern:Currency"] = "USD", ["Stores:lantern:Shopify:ShopUrl"] = _lantern.Url, ["Stores:lantern:Shopify:StorefrontUrl"] = _lantern.Url,
            ["Stores:lantern:Shopify:AccessToken"] = SandboxOptions.DefaultAccessToken,
        };
        Server = await ServerInside.StartAsync(settings with { More = more }, Acting.Clock, services => services.AddSingleton<ISpecialist>(s => new EveryTool(s)));
        await BringBackAsync();
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        if (_lantern is not null)
            await _lantern.DisposeAsync();
        await Acting.DisposeAsync();
        _own.Dispose();
        _other.Dispose();
    }

    /// <summary>What the merchant allows from now on.</summary>
    public async Task AllowAsync(string policies)
    {
        var answer = await Program.CallAsync("PUT", "policies", new { policies = JsonNode.Parse(policies), person = "Dana" });
        Assert.True(answer.Status == 200, answer.Text);
    }

    /// <summary>What the model does when it reads these words.</summary>
    public async Task PlaysAsync(string word, params object[] steps)
    {
        using var answer = await Acting.SandboxHttp.PostAsJsonAsync("/_control/scripts", new { when = new { model = Model, userContains = word }, steps });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>All that both shops know of orders, customers and what took effect, as one text.</summary>
    public async Task<string> WholeStateAsync()
    {
        var all = new StringBuilder();
        using var lantern = new HttpClient { BaseAddress = new Uri(_lantern!.Url) };
        foreach (var shop in new[] { Acting.SandboxHttp, lantern })
        {
            foreach (var number in HostileShop.States.Keys)
                all.AppendLine(await shop.GetStringAsync($"/_control/orders/{number.TrimStart('#')}"));
            all.AppendLine(await shop.GetStringAsync("/_control/customers"));
            var effects = (await shop.GetFromJsonAsync<JsonArray>("/_control/effects"))!;
            // Edits that are begun and never committed change nothing: their cost is asked that way.
            all.AppendLine(string.Join('\n', effects.Where(e => !((string)e!["name"]!).StartsWith("orderEdit", StringComparison.Ordinal) || (string)e["name"]! == "orderEditCommit").Select(e => $"{e!["name"]} {e["order"]}")));
        }
        return all.ToString();
    }

    // One order is on its way back already, by Mallory's own and proper wish.
    private async Task BringBackAsync()
    {
        var order = await Planting.OrderAsync("#3010");
        var back = await Planting.ProposeAsync(new ReturnItems
        {
            OrderId = order.Id, OrderNumber = order.Number, Items = [.. order.Lines.Select(l => new ItemPieces(l.Id, l.Quantity))], Reason = ReturnReason.Unwanted,
        }, order, await Planting.BeginAsync(HostileShop.Mallory));
        Assert.Equal(200, (await Program.CallAsync("POST", back.Path + "/confirm")).Status);
        await new Tracks(Acting).ToldAsync([back]);
    }
}
