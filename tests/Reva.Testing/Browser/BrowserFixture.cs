using Microsoft.Playwright;
using Xunit;

namespace Reva.Testing.Browser;

/// <summary>Class or collection fixture: one Chromium, shared by tests that each open a context of their own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // No background traffic of the browser's own: it slows a small machine and can answer for the page under test.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run", "--disable-gpu", "--disable-quic",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The running browser.</summary>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The fixture was not initialised.");

    /// <summary>A desktop window of 1280 × 800, with nothing remembered.</summary>
    public Task<IBrowserContext> OpenDesktop() =>
        Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });

    /// <summary>A phone of 390 × 844 with touch, with nothing remembered.</summary>
    public Task<IBrowserContext> OpenPhone() =>
        Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 390, Height = 844 },
            DeviceScaleFactor = 3,
            IsMobile = true,
            HasTouch = true,
        });

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
