using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Reva.Server.Tests.Walks;

/// <summary>Waits for what comes over a page's lines, those that it opens later too.</summary>
internal static class WebSocketFrames
{
    private static readonly ConditionalWeakTable<IPage, Incoming> Pages = [];

    /// <summary>Listens to the lines a page opens from now on.</summary>
    public static void WatchLines(this IPage page)
    {
        var incoming = Pages.GetOrCreateValue(page);
        page.WebSocket += (_, line) => line.FrameReceived += (_, frame) => incoming.Take(frame.Text);
    }

    /// <summary>Completes when a frame that holds <paramref name="text"/> comes in from now on, over whichever line.</summary>
    public static Task UntilFrameAsync(this IPage page, string text) =>
        (Pages.TryGetValue(page, out var incoming) ? incoming : throw new InvalidOperationException("Nobody watches this page's lines.")).UntilAsync(text);

    private sealed class Incoming
    {
        private readonly List<(string Text, TaskCompletionSource Come)> _awaited = [];

        public void Take(string? frame)
        {
            lock (_awaited)
            {
                foreach (var (_, come) in _awaited.Where(a => frame?.Contains(a.Text, StringComparison.Ordinal) == true))
                    come.TrySetResult();
            }
        }

        public async Task UntilAsync(string text)
        {
            var awaited = (Text: text, Come: new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            lock (_awaited)
                _awaited.Add(awaited);
            try
            {
                await awaited.Come.Task.WaitAsync(TimeSpan.FromSeconds(30));
            }
            finally
            {
                lock (_awaited)
                    _awaited.Remove(awaited);
            }
        }
    }
}
