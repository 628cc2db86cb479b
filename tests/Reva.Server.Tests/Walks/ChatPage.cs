using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Reva.Server.Tests.Walks;

/// <summary>A page of the shop with the chat, as one shopper has it before them.</summary>
internal sealed class ChatPage
{
    private ChatPage(IPage page) => Page = page;

    public IPage Page { get; }

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Field => Page.Locator("textarea");

    /// <summary>Finished replies.</summary>
    public ILocator Answers => Page.Locator(".answer[aria-busy=false]");

    /// <summary>Opens a page of the shop.</summary>
    public static async Task<ChatPage> VisitAsync(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        page.WatchLines();
        await page.GotoAsync(url);
        await page.WaitForFunctionAsync("() => window.Reva && window.Reva.open");
        return new ChatPage(page);
    }

    /// <summary>Opens a page of the shop, and the chat on it.</summary>
    public static async Task<ChatPage> OpenAsync(IBrowserContext context, string url)
    {
        var chat = await VisitAsync(context, url);
        await chat.ShowAsync();
        return chat;
    }

    public async Task ShowAsync()
    {
        await Page.WaitForFunctionAsync("() => window.Reva && window.Reva.open");
        await Page.EvaluateAsync("() => window.Reva.open()");
        await Expect(Field).ToBeVisibleAsync();
    }

    /// <summary>Says something and waits until it is answered.</summary>
    public async Task AskAsync(string text)
    {
        var ended = Page.UntilFrameAsync("text.completed");
        await SayAsync(text);
        await ended;
        await Expect(Log.GetByText(text).Last).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    public async Task HasNoAxeViolationsAsync()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}")));
    }
}
