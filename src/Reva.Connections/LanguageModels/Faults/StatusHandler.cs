using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Reva.Connections.LanguageModels.Faults;

/// <summary>Tells every refusal of an endpoint as a <see cref="ModelFault"/>, before a vendor's SDK hides its Retry-After.</summary>
internal sealed class StatusHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Fault(response);
    }

    private ModelFault Fault(HttpResponseMessage response)
    {
        var kind = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => ModelFaultKind.Busy,
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => ModelFaultKind.Down,
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => ModelFaultKind.Unwilling,
            _ => ModelFaultKind.Refused,
        };
        return new(kind, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"), Wait(response.Headers.RetryAfter));
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date > time.GetUtcNow() ? date - time.GetUtcNow() : null);
}
