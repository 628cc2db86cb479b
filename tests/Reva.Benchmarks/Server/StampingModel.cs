using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reva.Benchmarks.Server;

/// <summary>
/// An OpenAI-compatible model whose every token says when it was sent, and whose first one also says when its request came.
/// Beside it, at <c>/relay</c>, the floor: a handful of lines that pass the same stream on.
/// </summary>
internal sealed class StampingModel : IAsyncDisposable
{
    private const int Tokens = 40;
    private const int FirstToken = 150;
    private const int BetweenTokens = 25;
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private StampingModel(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    public static async Task<StampingModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var model = new StampingModel(builder.Build());
        model._app.Urls.Add("http://127.0.0.1:0");
        model._app.MapPost("/v1/chat/completions", SpeakAsync);
        model._app.MapPost("/relay", model.RelayAsync);
        await model._app.StartAsync();
        return model;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task SpeakAsync(HttpContext context)
    {
        var came = Stamp.Now();
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "text/event-stream";
        await Task.Delay(About(FirstToken));
        await SayAsync(context, $"{came} {Stamp.Now()} ");
        for (var i = 1; i < Tokens; i++)
        {
            await Task.Delay(About(BetweenTokens));
            await SayAsync(context, Stamp.Now() + " ");
        }
        await context.Response.WriteAsync("""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"stamps","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":40,"total_tokens":41}}""" + "\n\ndata: [DONE]\n\n");
    }

    // Streams that all keep one beat fall into step after the first stall, and then come in volleys that no model sends.
    private static int About(int milliseconds) => Random.Shared.Next(milliseconds * 3 / 5, (milliseconds * 7 / 5) + 1);

    private static async Task SayAsync(HttpContext context, string token)
    {
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture,
            $$$"""data: {"id":"c","object":"chat.completion.chunk","created":1,"model":"stamps","choices":[{"index":0,"delta":{"content":"{{{token}}}"}}]}""") + "\n\n");
        await context.Response.Body.FlushAsync();
    }

    private async Task RelayAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/v1/chat/completions") { Content = new StreamContent(context.Request.Body) };
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var length)
        {
            await context.Response.Body.WriteAsync(buffer.AsMemory(0, length));
            await context.Response.Body.FlushAsync();
        }
    }
}
