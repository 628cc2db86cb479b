using Microsoft.Playwright;

namespace Reva.Server.Tests.Walks;

/// <summary>Waits for what comes over a page's line.</summary>
internal static class WebSocketFrames
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IPage, List<IWebSocket>> Lines = [];

    /// <summary>Watches the lines a page opens from now on.</summary>
    public static void WatchLines(this IPage page) => page.WebSocket += (_, line) => Lines.GetOrCreateValue(page).Add(line);

    /// <summary>Completes when a frame that holds <paramref name="text"/> comes in.</summary>
    public static async Task RunAndWaitForWebSocketFrame(this IPage page, string text)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var line in Lines.GetOrCreateValue(page))
        {
            line.FrameReceived += (_, frame) =>
            {
                if (frame.Text?.Contains(text, StringComparison.Ordinal) == true)
                    come.TrySetResult();
            };
        }
        await come.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
