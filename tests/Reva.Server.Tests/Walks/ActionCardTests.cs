using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Reva.Agent.Specialists;
using Reva.Server.Tests.Hostile;
using Reva.Testing.Browser;
using Reva.Testing.Database;
using Reva.Testing.Sandbox;
using Reva.Testing.Server;
using static Microsoft.Playwright.Assertions;

namespace Reva.Server.Tests.Walks;

/// <summary>What the agent would do, as a card on a phone and a desktop: confirmed or declined with a tap, and done in the shop.</summary>
public sealed class ActionCardTests(ActionCardTests.Shop reva, BrowserFixture browser) : IClassFixture<ActionCardTests.Shop>, IClassFixture<BrowserFixture>
{
    private const string Ada = "ada.moore@example.com";

    [Fact]
    public async Task On_a_phone_an_order_is_cancelled_by_a_tap_on_its_card_after_a_reload()
    {
        await using var context = await browser.OpenPhone();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);
        await chat.AskAsync($"where is my order #1001? my e-mail is {Ada}");
        await chat.AskAsync("please cancel it");

        var card = Card(chat, "cancel_order");
        await Expect(card).ToHaveAttributeAsync("data-status", "proposed");
        await chat.HasNoAxeViolationsAsync();
        await PictureAsync(chat, "action-card-phone");

        await chat.Page.ReloadAsync();
        await chat.ShowAsync();
        await Expect(card).ToHaveAttributeAsync("data-status", "proposed");
        await card.GetByRole(AriaRole.Button).First.TapAsync();

        await Expect(card).ToHaveAttributeAsync("data-status", "done");
        await Expect(chat.Log.GetByText("is cancelled").Last).ToBeVisibleAsync();
        await Expect(card.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await chat.HasNoAxeViolationsAsync();
        await PictureAsync(chat, "action-done-phone");
        Assert.NotNull((await reva.OrderAsync("1001"))["cancelledAt"]);
    }

    [Fact]
    public async Task Of_two_cards_one_is_declined_and_the_other_confirmed()
    {
        await using var context = await browser.OpenDesktop();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);
        await chat.AskAsync($"where is my order #1348? my e-mail is {Ada}");
        await chat.AskAsync("send it elsewhere and call the other one off");

        var (address, cancel) = (Card(chat, "change_address"), Card(chat, "cancel_order"));
        await Expect(address).ToHaveAttributeAsync("data-status", "proposed");
        await Expect(cancel).ToHaveAttributeAsync("data-status", "proposed");
        await chat.HasNoAxeViolationsAsync();
        await PictureAsync(chat, "action-cards-desktop");
        await cancel.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(cancel).ToHaveAttributeAsync("data-status", "declined");
        await address.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(address).ToHaveAttributeAsync("data-status", "done");

        await chat.HasNoAxeViolationsAsync();
        await PictureAsync(chat, "action-answers-desktop");
        Assert.Equal("5 Main Street", (string)(await reva.OrderAsync("1348"))["shippingAddress"]!["address1"]!);
        Assert.Null((await reva.OrderAsync("1345"))["cancelledAt"]);
    }

    private static ILocator Card(ChatPage chat, string kind) => chat.Page.Locator($"[data-action][data-kind={kind}][role=group]");

    // To look at, when a folder for pictures is named.
    private static async Task PictureAsync(ChatPage chat, string name)
    {
        if (Environment.GetEnvironmentVariable("REVA_PICTURES") is { Length: > 0 } folder)
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
    }

    /// <summary>The demo shop with a model that proposes what it is asked for.</summary>
    public sealed class Shop : IAsyncLifetime
    {
        private readonly PostgresFixture _postgres = new();
        private readonly SandboxFixture _sandbox = new();

        public ServerInside Server { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await _postgres.InitializeAsync();
            await _sandbox.InitializeAsync();
            Server = await ServerInside.StartAsync(new ServerSettings
            {
                Database = _postgres.ConnectionString, SandboxUrl = _sandbox.Url, SandboxToken = _sandbox.AccessToken,
                More = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Models:Providers:main:Kind"] = "openai", ["Models:Providers:main:BaseUrl"] = _sandbox.Url + "/openai/v1", ["Models:Providers:main:ApiKey"] = "sk-sandbox",
                    ["Models:Providers:main:Model"] = "helpful", ["Models:Reply:0"] = "main", ["Models:FirstTokenSeconds"] = "30", ["Models:ReplyWithinSeconds"] = "30", ["Models:ReplyWholeSeconds"] = "50",
                },
            }, services: services => services.AddSingleton<ISpecialist>(s => new EveryTool(s)));
            foreach (var number in new[] { "#1001", "#1348" })
                await PlaysAsync(number, [Call("get_order", new { order_number = number, email = "[email_1]" })], "It is being packed.");
            await PlaysAsync("please cancel", [Call("cancel_order", new { order_number = "#1001", reason = "Asked for by the customer" })], "Please have a look at the card.");
            await PlaysAsync("send it elsewhere",
            [
                Call("change_address", new { order_number = "#1348", address1 = "5 Main Street", city = "Albany", province = "NY", zip = "12207", country = "US" }),
                Call("cancel_order", new { order_number = "#1345", reason = "Asked for by the customer" }),
            ], "Please have a look at the cards.");
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await _sandbox.DisposeAsync();
            await _postgres.DisposeAsync();
        }

        /// <summary>The order as the shop has it.</summary>
        public async Task<JsonNode> OrderAsync(string number) => (await _sandbox.Http.GetFromJsonAsync<JsonNode>($"/_control/orders/{number}"))!;

        private static object Call(string name, object arguments) => new { name, arguments };

        private async Task PlaysAsync(string word, object[] calls, string text)
        {
            using var answer = await _sandbox.Http.PostAsJsonAsync("/_control/scripts", new { when = new { userContains = word }, steps = new object[] { new { toolCalls = calls }, new { text } } });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}
