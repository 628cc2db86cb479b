using System.Globalization;
using System.Text;
using Reva.Sandbox.Shopify;
using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Sandbox.Faults;

/// <summary>Stands before every service: writes down what came, and lets it meet the fault that is in force.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultBoard faults, RequestLog log, TimeProvider time)
{
    private const int LongestBody = 64 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        var service = ServiceOf(http.Request.Path);
        if (service is null)
        {
            await next(http);
            return;
        }
        var at = time.GetUtcNow();
        var body = await Body(http.Request);
        var fault = faults.Take(service, body);
        try
        {
            if (fault?.Request.Kind is "lost" or "hold")
                await AnswerLater(http, fault);
            else if (fault is null || await GoesOn(http, service, fault))
                await next(http);
        }
        finally
        {
            if (fault is not null)
                faults.Release(fault);
            log.Add(at, service, http.Request, body, fault?.Request.Kind is "reset" or "silence" or "lost" ? 0 : http.Response.StatusCode, fault?.Request.Kind);
        }
    }

    private static string? ServiceOf(PathString path) =>
        path.StartsWithSegments("/_control", StringComparison.OrdinalIgnoreCase) ? null
        : path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase) ? "shopify"
        : path.StartsWithSegments("/openai", StringComparison.OrdinalIgnoreCase) ? "openai"
        : path.StartsWithSegments("/anthropic", StringComparison.OrdinalIgnoreCase) ? "anthropic"
        : path.StartsWithSegments("/resend", StringComparison.OrdinalIgnoreCase) ? "mail"
        : "storefront";

    private static async Task<string> Body(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && !request.Headers.TransferEncoding.Any())
            return "";
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return body.Length > LongestBody ? body[..LongestBody] : body;
    }

    // The work is done and all that goes with it; only its answer is kept back, or never comes.
    private async Task AnswerLater(HttpContext http, Fault fault)
    {
        var wire = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await next(http);
        http.Response.Body = wire;
        if (fault.Request.Kind == "lost")
        {
            http.Abort();
            return;
        }
        await Wait(fault, fault.Request.Delay, http.RequestAborted);
        answer.Position = 0;
        await answer.CopyToAsync(wire, http.RequestAborted);
    }

    /// <returns>Whether the service itself answers after all.</returns>
    private async Task<bool> GoesOn(HttpContext http, string service, Fault fault)
    {
        if (fault.Request.RetryAfter is { } after)
            http.Response.Headers.RetryAfter = after.ToString(CultureInfo.InvariantCulture);
        switch (fault.Request.Kind)
        {
            case "slow":
                await Wait(fault, fault.Request.Delay, http.RequestAborted);
                return true;
            case "silence":
                await Wait(fault, fault.Request.Delay, http.RequestAborted);
                http.Abort();
                return false;
            case "reset":
                http.Abort();
                return false;
            case "malformed":
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("""{"data": {"shop": {"name": "Sma""");
                return false;
            case "throttle" when service == "shopify":
                await http.Response.WriteAsJsonAsync(Answers.Throttled(100, new ThrottleStatus(2000, 0, 100)));
                return false;
            default:
                http.Response.StatusCode = fault.Request.Kind == "throttle" ? StatusCodes.Status429TooManyRequests : fault.Request.Status ?? StatusCodes.Status503ServiceUnavailable;
                await http.Response.WriteAsJsonAsync(new { error = new { message = "The sandbox was told to fail.", type = "sandbox_fault" } });
                return false;
        }
    }

    private async Task Wait(Fault fault, double? seconds, CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(fault.Over, aborted);
        var wait = seconds is { } s ? TimeSpan.FromSeconds(s) : Timeout.InfiniteTimeSpan;
        fault.Enter();
        try
        {
            await Task.Delay(wait, time, either.Token);
        }
        catch (OperationCanceledException) when (fault.Over.IsCancellationRequested)
        {
            // Cleared: whoever waited in the fault is served, or let go, at once.
        }
        finally
        {
            fault.Leave();
        }
    }
}
