using Npgsql;
using Orleans;
using Reva.Grains.Stores;

namespace Reva.Server.Health;

/// <summary>Whether the process lives, and whether it can take work.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Liveness never hangs on the database: restarting this process would not bring that one back.
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, IConfiguration configuration, ConfiguredStoreProfiles stores, IGrainFactory grains, HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(TimeSpan.FromSeconds(3));
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            if (configuration["Demo:StorefrontUrl"] is { Length: > 0 } && await LoadingAsync(stores, grains) is { } loading)
                return NotReady(http, loading);
            return Results.Ok(new { status = "ready" });
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException)
        {
            return NotReady(http, "PostgreSQL does not answer.");
        }
    }

    // Only a demo waits for its shop: in production an unreachable platform must not take the agent off the air.
    private static async Task<string?> LoadingAsync(ConfiguredStoreProfiles stores, IGrainFactory grains)
    {
        foreach (var storeId in stores.StoreIds)
        {
            var progress = await grains.GetGrain<IStoreGrain>(StoreKey.Of(storeId)).Progress();
            if (!progress.EverFinished)
                return $"Store {storeId} is being loaded: {progress.Products} products, {progress.Pages} pages so far. {progress.Error}".TrimEnd();
        }
        return null;
    }

    private static IResult NotReady(HttpContext http, string why)
    {
        http.Response.Headers.RetryAfter = "2";
        return Results.Problem(why, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready");
    }
}
