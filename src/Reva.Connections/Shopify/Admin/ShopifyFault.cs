using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Reva.Connections.Shopify.Admin;

/// <summary>One try that failed, and whether another may help.</summary>
internal sealed class ShopifyFault(ShopifyFaultKind kind, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public ShopifyFaultKind Kind { get; } = kind;

    /// <summary>GraphQL's word for it, e.g. <c>ACCESS_DENIED</c>; null when there is none.</summary>
    public string? Code { get; init; }

    /// <summary>How long the shop asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool MayPass => Kind is ShopifyFaultKind.Throttled or ShopifyFaultKind.Down;

    public static ShopifyFault Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var kind = response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => ShopifyFaultKind.Throttled,
            HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => ShopifyFaultKind.Down,
            _ => ShopifyFaultKind.Refused,
        };
        return new(kind, string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"), Wait(response.Headers.RetryAfter, now));
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date && date > now ? date - now : null);
}

internal enum ShopifyFaultKind
{
    /// <summary>Alive, but asks for patience.</summary>
    Throttled,
    /// <summary>Unreachable, broken, or talking nonsense.</summary>
    Down,
    /// <summary>The query alone costs more than the shop allows at once.</summary>
    TooDear,
    /// <summary>Answers, but will not do it: token, permission, a wrong query.</summary>
    Refused,
}
