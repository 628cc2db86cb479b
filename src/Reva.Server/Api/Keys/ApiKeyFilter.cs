using Microsoft.Extensions.Caching.Memory;
using Reva.Grains.Conversations;
using Reva.Postgres.Access;

namespace Reva.Server.Api.Keys;

/// <summary>Lets in who holds a key; the key decides the store, never the request.</summary>
internal sealed class ApiKeyFilter(ApiKeys keys, IMemoryCache cache) : IEndpointFilter
{
    // A revoked key stops within this time.
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(30);
    private static readonly object HolderKey = new();

    public static string StoreOf(HttpContext http) => ((ApiKeyHolder)http.Items[HolderKey]!).StoreId;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (BearerKey.Of(http.Request) is not { } key)
            return Refused(http, "Send your key as 'Authorization: Bearer <key>'.");
        ApiKeyHolder? holder;
        try
        {
            holder = await cache.GetOrCreateAsync(("api-key", key), async entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Trust;
                entry.Size = 1;
                return await keys.FindAsync(key, http.RequestAborted);
            });
        }
        catch (LogUnavailableException)
        {
            return Problems.Unavailable(http);
        }
        if (holder is null)
            return Refused(http, "This key is unknown or revoked.");
        http.Items[HolderKey] = holder;
        return await next(context);
    }

    private static IResult Refused(HttpContext http, string detail)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "invalid_key", detail);
    }
}
