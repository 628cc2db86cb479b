using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
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
        var page = await OpenAsync(context, "/");

        await AskAsync(page, "waterproof jacket under 150 for my wife, she is a size M");
        var card = page.GetByRole(AriaRole.List, new() { Name = "Products" }).GetByRole(AriaRole.Link).First;
        await Expect(card).ToBeVisibleAsync();
        Assert.Contains("/products/", await card.GetAttributeAsync("href"), StringComparison.Ordinal);

        var order = await SampleOrderAsync("shipped");
        await AskAsync(page, "where is my order?");
        await AskAsync(page, $"{order.Number} {order.Email}");
        await Expect(page.GetByRole(AriaRole.Log).GetByText(order.Number).Last).ToBeVisibleAsync();

        await AskAsync(page, "how long do I have to return something?");
        await Expect(page.GetByRole(AriaRole.Log).Locator("a[href*='/policies/'], a[href*='/pages/']").First).ToBeVisibleAsync();

        await AskAsync(page, "I want to talk to a person");
        await Expect(page.GetByRole(AriaRole.Log).GetByText("team").Last).ToBeVisibleAsync();
        await HasNoAxeViolationsAsync(page);
    }

    [Fact]
    public async Task After_a_reload_and_in_a_second_tab_the_conversation_is_there_once()
    {
        await using var context = await browser.OpenDesktop();
        var page = await OpenAsync(context, "/");
        await AskAsync(page, "hello, what is your warranty?");
        var answer = await page.GetByRole(AriaRole.Log).InnerTextAsync();

        var second = await OpenAsync(context, "/plain");
        await Expect(second.GetByRole(AriaRole.Log).GetByText("hello, what is your warranty?")).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await ShowAsync(page);
        await Expect(page.GetByRole(AriaRole.Log).GetByText("hello, what is your warranty?")).ToHaveCountAsync(1);
        Assert.Contains("guaranteed", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_product_page_the_widget_knows_the_product()
    {
        await using var context = await browser.OpenPhone();
        var page = await OpenAsync(context, "/products/alder-rain-jacket");
        await AskAsync(page, "is this machine washable?");
        await Expect(page.GetByRole(AriaRole.Log).GetByText("machine wash").Last).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        page.WatchLines();
        await page.GotoAsync(reva.Server.Url + path);
        await ShowAsync(page);
        return page;
    }

    private static async Task ShowAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.Reva && window.Reva.open");
        await page.EvaluateAsync("() => window.Reva.open()");
        await Expect(page.Locator("textarea")).ToBeVisibleAsync();
    }

    // An answer has ended when as many replies stand in the log as were asked for.
    private static async Task AskAsync(IPage page, string text)
    {
        var box = page.Locator("textarea");
        var ended = page.RunAndWaitForWebSocketFrame("text.completed");
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await ended;
        await Expect(page.GetByRole(AriaRole.Log).GetByText(text).Last).ToBeVisibleAsync();
    }

    private async Task<(string Number, string Email)> SampleOrderAsync(string status)
    {
        var orders = JsonNode.Parse(await reva.Sandbox.Http.GetStringAsync("/_control/sample-orders"))!.AsArray();
        var order = orders.First(o => (string)o!["status"]! == status)!;
        return ((string)order["number"]!, (string)order["email"]!);
    }

    private static async Task HasNoAxeViolationsAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
    }
}
