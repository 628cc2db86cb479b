using Microsoft.Extensions.Caching.Memory;
using Reva.Grains.Conversations;
using Reva.Postgres.Access;

namespace Reva.Server.Api.Keys;

/// <summary>Lets in who holds a key; the key decides the store, never the request.</summary>
internal sealed class ApiKeyFilter(ApiKeys keys, KeyGuesses guesses, IMemoryCache cache) : IEndpointFilter
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
        if (!cache.TryGetValue(("api-key", key), out ApiKeyHolder? holder))
        {
            if (guesses.Refused(http) is { } wait)
                return Problems.RateLimited(http, wait, "Too many unknown keys came from your address. Wait as Retry-After says.");
            try
            {
                holder = await keys.FindAsync(key, http.RequestAborted);
            }
            catch (LogUnavailableException)
            {
                return Problems.Unavailable(http);
            }
            if (holder is not null)
                cache.Set(("api-key", key), holder, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Trust, Size = 1 });
        }
        if (holder is null)
        {
            guesses.Count(http);
            return Refused(http, "This key is unknown or revoked.");
        }
        http.Items[HolderKey] = holder;
        return await next(context);
    }

    private static IResult Refused(HttpContext http, string detail)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Of(StatusCodes.Status401Unauthorized, "invalid_key", detail);
    }
}
