using Reva.Testing.Browser;
using Reva.Testing.Server;
using static Microsoft.Playwright.Assertions;

namespace Reva.Server.Tests.Walks;

public sealed class LostLineWalkTests(ServerFixture reva, BrowserFixture browser) : IClassFixture<ServerFixture>, IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task What_is_written_while_the_server_is_away_is_sent_when_it_is_back_and_answered_once()
    {
        await using var context = await browser.OpenPhone();
        var chat = await ChatPage.OpenAsync(context, reva.Server.Url);
        await chat.AskAsync("hello, do you repair jackets?");

        reva.Server.Kill();
        await Expect(chat.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        await chat.HasNoAxeViolationsAsync();
        await chat.SayAsync("and do you ship to Canada?");
        await Expect(chat.Page.GetByText("Waiting for a connection")).ToBeVisibleAsync();

        await reva.Server.Start();
        await Expect(chat.Answers).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Expect(chat.Page.GetByText("Connection lost.")).ToBeHiddenAsync();
        await chat.Page.ReloadAsync();
        await chat.ShowAsync();
        await Expect(chat.Log.GetByText("and do you ship to Canada?")).ToHaveCountAsync(1);
        await Expect(chat.Answers).ToHaveCountAsync(2);
    }
}
