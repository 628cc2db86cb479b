using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Reva.Connections.Tests.Parts;

/// <summary>The network between Reva and a service: real HTTP to the real sandbox, on which a test can make the next requests fail.</summary>
internal sealed class UnreliableRoad : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _onward = new();
    private readonly string _target;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _faults = new();
    private readonly CancellationTokenSource _closing = new();
    private int _requests;

    private UnreliableRoad(WebApplication app, string target) => (_app, _target) = (app, target);

    public string Url => _app.Urls.First();

    public int Requests => Volatile.Read(ref _requests);

    private volatile Tuple<string, Func<HttpContext, Task>>? _waiting;

    /// <summary>When set, every request fails this way.</summary>
    public Func<HttpContext, Task>? Always { get; set; }

    public static async Task<UnreliableRoad> ToAsync(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var road = new UnreliableRoad(app, target);
        app.Run(road.PassAsync);
        await app.StartAsync();
        return road;
    }

    public void Next(params Func<HttpContext, Task>[] faults)
    {
        foreach (var fault in faults)
            _faults.Enqueue(fault);
    }

    /// <summary>The next request that says <paramref name="words"/> fails this way.</summary>
    public void NextOf(string words, Func<HttpContext, Task> fault) => _waiting = Tuple.Create(words, fault);

    /// <summary>The service does what it is asked for, and its answer is lost.</summary>
    public async Task LoseAnswer(HttpContext http)
    {
        using var response = await _onward.SendAsync(Onward(http), http.RequestAborted);
        await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        http.Abort();
    }

    public static Task Reset(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    public Task Silence(HttpContext http) => Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, http.RequestAborted).Token);

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null)
            http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync("no");
    };

    public static Func<HttpContext, Task> Body(string body) => http =>
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _onward.Dispose();
        _closing.Dispose();
    }

    private async Task PassAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        if ((Always ?? (_faults.TryDequeue(out var fault) ? fault : null) ?? await MetAsync(http)) is { } failing)
            await failing(http);
        else
            await ForwardAsync(http);
    }

    private async Task<Func<HttpContext, Task>?> MetAsync(HttpContext http)
    {
        if (_waiting is not { } waiting)
            return null;
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        http.Request.Body.Position = 0;
        return body.Contains(waiting.Item1, StringComparison.Ordinal) && ReferenceEquals(Interlocked.CompareExchange(ref _waiting, null, waiting), waiting) ? waiting.Item2 : null;
    }

    private async Task ForwardAsync(HttpContext http)
    {
        using var response = await _onward.SendAsync(Onward(http), http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await response.Content.CopyToAsync(http.Response.Body);
    }

    private HttpRequestMessage Onward(HttpContext http)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _target + http.Request.Path) { Content = new StreamContent(http.Request.Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var header in http.Request.Headers.Where(h => h.Key.StartsWith("X-", StringComparison.OrdinalIgnoreCase)))
            request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
        return request;
    }
}
