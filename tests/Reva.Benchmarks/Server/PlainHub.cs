using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Reva.Benchmarks.Server;

/// <summary>The floor: a hub with the same three calls that does nothing in them.</summary>
internal sealed class PlainHub : Hub
{
    public static async Task<WebApplication> StartAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.Urls.Add(url);
        app.MapHub<PlainHub>("/hubs/chat");
        await app.StartAsync();
        return app;
    }

    /// <summary>Serves until its process is ended.</summary>
    public static async Task ServeAsync(string url)
    {
        await using var app = await StartAsync(url);
        await app.WaitForShutdownAsync();
    }

    public object Start(object request) => new { conversationId = "x" };

    public async IAsyncEnumerable<int> Subscribe(string conversationId, long afterSeq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield return 0;
    }

    public Task Typing(string conversationId) => Task.CompletedTask;
}
