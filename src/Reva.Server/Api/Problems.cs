namespace Reva.Server.Api;

/// <summary>Failures of the REST API as RFC 9457 problem details, each with a code for programs.</summary>
internal static class Problems
{
    public static IResult Of(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code });

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "not_found", "This store has no conversation of that id.");

    public static IResult Closed() => Of(StatusCodes.Status409Conflict, "conversation_closed", "This conversation is resolved. Start a new one.");

    public static IResult Invalid(string code, string detail) => Of(StatusCodes.Status400BadRequest, code, detail);

    public static IResult Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(StatusCodes.Status503ServiceUnavailable, "unavailable", "It could not be stored or read just now; nothing is half done. Try again shortly, with the same Idempotency-Key.");
    }
}
