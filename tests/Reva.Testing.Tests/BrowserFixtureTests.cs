using Reva.Testing.Browser;

namespace Reva.Testing.Tests;

public sealed class BrowserFixtureTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task A_real_browser_runs_a_pages_script()
    {
        await using var context = await fixture.OpenPhone();
        var page = await context.NewPageAsync();

        await page.SetContentAsync("<meta name=viewport content=\"width=device-width\"><p id=out></p><script>document.querySelector('#out').textContent = innerWidth + ' wide'</script>");

        Assert.Equal("390 wide", await page.TextContentAsync("#out"));
    }
}
