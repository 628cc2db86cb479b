using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Reva.Server.Api.Keys;
using Reva.Server.Conversations;

namespace Reva.Server.Api;

/// <summary>What the REST API needs: JSON, limits, problem details, its description.</summary>
internal static class ApiServices
{
    /// <summary>Most bytes of a request's body.</summary>
    public const long LongestBody = 1 << 20;

    /// <summary>Name of the limit per key.</summary>
    public const string PerKey = "per-key";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddMemoryCache(cache => cache.SizeLimit = 10_000);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        services.AddSingleton<KeyGuesses>();
        // Kestrel stands before everything else: a longer body is refused before it is read.
        services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = LongestBody);
        services.AddExceptionHandler<BadRequests>();
        // Unreadable bodies come to the handler above, so that they get a code like every other refusal.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", V1.ApiDescription.DescribeKeys);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new EventJson());
        });
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = TellWhenAsync;
            limits.AddPolicy(PerKey, http => Limit(http));
        });
    }

    private static RateLimitPartition<string> Limit(HttpContext http)
    {
        var perMinute = http.RequestServices.GetRequiredService<IConfiguration>().GetValue("Api:RequestsPerMinute", 600);
        // Without a key the address counts, so that guessing keys is slow.
        var partition = BearerKey.Of(http.Request) ?? http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / 60), ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true,
        });
    }

    private static async ValueTask TellWhenAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        await Problems.RateLimited(rejected.HttpContext, wait, "Too many requests with this key. Wait as Retry-After says.").ExecuteAsync(rejected.HttpContext);
    }
}
