using Microsoft.AspNetCore.Diagnostics;
using Reva.Server.Conversations;

namespace Reva.Server.Api;

/// <summary>Turns what could not be read or stored into a problem that says what to do.</summary>
internal sealed class BadRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var answer = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problems.NotJson(),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, "invalid_request", "The request could not be read: send JSON as /docs describes it."),
            _ when PassingFailure.Is(exception) => Problems.Unavailable(httpContext),
            _ => null,
        };
        if (answer is null)
            return false;
        await answer.ExecuteAsync(httpContext);
        return true;
    }
}
