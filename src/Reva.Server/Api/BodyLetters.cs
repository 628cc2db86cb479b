using Microsoft.Net.Http.Headers;

namespace Reva.Server.Api;

/// <summary>JSON is UTF-8. A body that says otherwise is refused here: the reader of bodies would fail on a charset that it does not know.</summary>
internal static class BodyLetters
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next) =>
        http.Request.ContentType is null || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? next(http)
            : Problems.NotJson().ExecuteAsync(http);
}
