using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Reva.Testing.Browser;
using Reva.Testing.Server;
using static Microsoft.Playwright.Assertions;

namespace Reva.Server.Tests.Walks;

[Collection(RevaCollection.Name)]
public sealed class ShopperWalkTests(ServerFixture reva, BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shopper_finds_a_jacket_asks_for_an_order_reads_a_policy_and_gets_a_person(bool phone)
    {
        await using var context = phone ? await browser.OpenPhone() : await browser.OpenDesktop();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);

        await chat.AskAsync("waterproof jacket under 150 for my wife, she is a size M");
        var card = chat.Page.GetByRole(AriaRole.List, new() { Name = "Products" }).GetByRole(AriaRole.Link).First;
        await Expect(card).ToBeVisibleAsync();
        Assert.Contains("/products/", await card.GetAttributeAsync("href"), StringComparison.Ordinal);

        var order = await SampleOrderAsync("shipped");
        await chat.AskAsync("where is my order?");
        await chat.AskAsync($"{order.Number} {order.Email}");
        await Expect(chat.Log.GetByText(order.Number).Last).ToBeVisibleAsync();

        await chat.AskAsync("how long do I have to return something?");
        await Expect(chat.Log.Locator("a[href*='/policies/'], a[href*='/pages/']").First).ToBeVisibleAsync();

        await chat.AskAsync("I want to talk to a person");
        await Expect(chat.Log.GetByText("team").Last).ToBeVisibleAsync();
        await chat.HasNoAxeViolationsAsync();
    }

    [Fact]
    public async Task After_a_reload_in_a_second_tab_and_the_next_day_the_conversation_is_there_once()
    {
        await using var context = await browser.OpenDesktop();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);
        const string question = "hello, what is your warranty?";
        await chat.AskAsync(question);
        Assert.Contains("guaranteed", await chat.Log.InnerTextAsync(), StringComparison.Ordinal);

        var second = await ChatPage.OpenAsync(context, $"{reva.Server.Url}/plain");
        await Expect(second.Log.GetByText(question)).ToHaveCountAsync(1);
        await chat.Page.ReloadAsync();
        await chat.ShowAsync();
        await Expect(chat.Log.GetByText(question)).ToHaveCountAsync(1);
        await second.AskAsync("and do you repair things?");
        await Expect(chat.Log.GetByText("and do you repair things?")).ToHaveCountAsync(1);
        await Expect(chat.Answers).ToHaveCountAsync(2);

        // The next day there is another browser window, with what the last one kept.
        await using var tomorrow = await browser.Browser.NewContextAsync(new() { StorageState = await context.StorageStateAsync() });
        var back = await ChatPage.OpenAsync(tomorrow, reva.Server.Url);
        await Expect(back.Log.GetByText(question)).ToHaveCountAsync(1);
        await Expect(back.Answers).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task On_a_product_page_the_widget_knows_the_product()
    {
        await using var context = await browser.OpenPhone();
        var chat = await ChatPage.OpenAsync(context, $"{reva.Server.Url}/products/alder-rain-jacket");
        await chat.AskAsync("is this machine washable?");
        await Expect(chat.Log.GetByText("machine wash").Last).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task With_the_keyboard_alone_a_shopper_asks_reaches_a_product_and_leaves(ColorScheme colours)
    {
        await using var context = await browser.Browser.NewContextAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
        var chat = await ChatPage.VisitAsync(context, reva.Server.Url);
        var keys = chat.Page.Keyboard;
        await TabToAsync(chat, "launcher");
        await keys.PressAsync("Enter");
        await Expect(chat.Field).ToBeFocusedAsync();

        var ended = chat.Page.UntilFrameAsync("text.completed");
        await keys.TypeAsync("show me warm socks");
        await keys.PressAsync("Enter");
        await ended;
        await Expect(chat.Page.GetByRole(AriaRole.List, new() { Name = "Products" })).ToBeVisibleAsync();
        await chat.HasNoAxeViolationsAsync();

        await TabToAsync(chat, "card", "Shift+Tab");
        Assert.Contains("/products/", await FocusedAsync(chat, "getAttribute('href')"), StringComparison.Ordinal);
        await keys.PressAsync("Escape");
        await Expect(chat.Page.Locator(".launcher")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_resolved_conversation_is_rated_and_a_new_one_begun()
    {
        await using var context = await browser.OpenPhone();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);
        await chat.AskAsync("do you sell tents?");
        var id = await chat.Page.EvaluateAsync<string>("() => Object.entries(localStorage).find(([key]) => key.endsWith('conversation'))[1]");
        await ResolveAsync(id);

        await chat.Page.GetByRole(AriaRole.Radio, new() { Name = "5 of 5" }).CheckAsync(new() { Force = true });
        await chat.HasNoAxeViolationsAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Send rating" }).ClickAsync();
        await Expect(chat.Page.GetByText("Thanks for your rating.").First).ToBeVisibleAsync();
        Assert.Equal(5, (int?)(await ReadAsync(id))["csat_score"]);

        await chat.SayAsync("and sleeping bags?");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Send in a new one" }).ClickAsync();
        await Expect(chat.Answers).ToHaveCountAsync(1);
        await Expect(chat.Log.GetByText("do you sell tents?")).ToHaveCountAsync(0);
    }

    private static async Task TabToAsync(ChatPage chat, string className, string key = "Tab")
    {
        for (var steps = 0; steps < 200; steps++)
        {
            await chat.Page.Keyboard.PressAsync(key);
            if ((await FocusedAsync(chat, "className")).Split(' ').Contains(className) || await FocusedAsync(chat, $"closest('.{className}')?.localName ?? ''") != "")
                return;
        }
        Assert.Fail($"Nothing of class {className} could be reached with {key}.");
    }

    private static Task<string> FocusedAsync(ChatPage chat, string what) =>
        chat.Page.EvaluateAsync<string>($"() => {{ let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return String(at?.{what} ?? ''); }}");

    private async Task ResolveAsync(string conversationId)
    {
        using var request = Api(HttpMethod.Post, $"/api/v1/conversations/{conversationId}/resolve");
        request.Content = new StringContent("""{"resolution_summary":"Answered."}""", null, "application/json");
        using var answer = await reva.Server.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonNode> ReadAsync(string conversationId)
    {
        using var request = Api(HttpMethod.Get, $"/api/v1/conversations/{conversationId}");
        using var answer = await reva.Server.Http.SendAsync(request);
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!;
    }

    private HttpRequestMessage Api(HttpMethod method, string path) => new(method, path) { Headers = { Authorization = new("Bearer", reva.Settings.ApiKey) } };

    private async Task<(string Number, string Email)> SampleOrderAsync(string status)
    {
        var orders = JsonNode.Parse(await reva.Sandbox.Http.GetStringAsync("/_control/sample-orders"))!.AsArray();
        var order = orders.First(o => (string)o!["status"]! == status)!;
        return ((string)order["number"]!, (string)order["email"]!);
    }
}
