namespace Reva.Server.Api;

/// <summary>Failures of the REST API as RFC 9457 problem details, each with a code for programs.</summary>
internal static class Problems
{
    private const string Code = "code";
    private const string TooLargeWords = "The body is too large; 1 MB is possible.";

    public static IResult Of(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { [Code] = code });

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "not_found", "This store has no conversation of that id.");

    public static IResult NoSuchEndpoint() => Of(StatusCodes.Status404NotFound, "unknown_endpoint", "The API has no such address or method; /docs lists what it has.");

    public static IResult OtherMethod() => Of(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", "This address does not take that method; Allow and /docs list what it takes.");

    public static IResult NotJson() => Of(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "Send the body as JSON in UTF-8, with Content-Type: application/json.");

    public static IResult TooLarge() => Of(StatusCodes.Status413PayloadTooLarge, "body_too_large", TooLargeWords);

    public static IResult Closed() => Of(StatusCodes.Status409Conflict, "conversation_closed", "This conversation is resolved. Start a new one.");

    public static IResult Invalid(string code, string detail) => Of(StatusCodes.Status400BadRequest, code, detail);

    public static IResult RateLimited(HttpContext http, TimeSpan wait, string detail)
    {
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status429TooManyRequests, "rate_limited", detail);
    }

    public static IResult NotReady(HttpContext http, string why)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(StatusCodes.Status503ServiceUnavailable, "not_ready", why);
    }

    public static IResult Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "It could not be stored or read just now; nothing is half done. Try again shortly, with the same Idempotency-Key.");
    }

    /// <summary>What the framework answers by itself gets a code and words too.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Extensions.ContainsKey(Code))
            return;
        var (code, detail) = problem.Status switch
        {
            StatusCodes.Status404NotFound => ("unknown_endpoint", "There is no such address; /docs lists what the API has."),
            StatusCodes.Status405MethodNotAllowed => ("method_not_allowed", "This address does not take that method; /docs lists what it takes."),
            StatusCodes.Status413PayloadTooLarge => ("body_too_large", TooLargeWords),
            StatusCodes.Status503ServiceUnavailable => ("unavailable", "Try again shortly."),
            >= 500 => ("internal_error", "This is a fault of ours and in our log. What was stored before is untouched; try again, with the same Idempotency-Key."),
            _ => ("invalid_request", "The request could not be read: send it as /docs describes it."),
        };
        problem.Extensions[Code] = code;
        problem.Detail ??= detail;
    }
}
