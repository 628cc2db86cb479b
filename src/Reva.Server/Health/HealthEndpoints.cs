using Npgsql;
using Orleans;
using Reva.Grains.Conversations;
using Reva.Server.Conversations;
using Reva.Grains.Stores;
using Reva.Server.Api;

namespace Reva.Server.Health;

/// <summary>Whether the process lives, and whether it can take work.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Liveness never hangs on the database: restarting this process would not bring that one back.
        routes.MapGet("/health/live", () => Results.Ok(new { status = "live" })).ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(NpgsqlDataSource database, IConfiguration configuration, ConfiguredStoreProfiles stores, IGrainFactory grains, HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            if (configuration["Demo:StorefrontUrl"] is { Length: > 0 } && await LoadingAsync(stores, grains).WaitAsync(patience.Token) is { } loading)
                return Problems.NotReady(http, loading);
            return Results.Ok(new { status = "ready" });
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException or LogUnavailableException)
        {
            return Problems.NotReady(http, "PostgreSQL does not answer.");
        }
        catch (Exception failure) when (PassingFailure.Is(failure))
        {
            return Problems.NotReady(http, "The process that keeps the store does not answer; another takes it over within a minute.");
        }
    }

    // Only a demo waits for its shop: in production an unreachable platform must not take the agent off the air, and a new store
    // must not take it off the air for the others. docs/operations.md says so.
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
}
