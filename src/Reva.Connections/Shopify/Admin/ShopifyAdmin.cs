using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Reva.Agent.Ports;

namespace Reva.Connections.Shopify.Admin;

/// <summary>
/// Asks shops over the Admin GraphQL API: bounded in time, retried, cost-aware, each store behind its own breaker. Thread safe.
/// </summary>
internal sealed partial class ShopifyAdmin(
    IHttpClientFactory http, IShopifyStores stores, IOptions<ShopifyOptions> options, TimeProvider time, ILogger<ShopifyAdmin> log)
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string HttpClientName = "shopify";

    // A quarter of the points is kept free of syncs, so that a shopper's order is found while the catalogue loads.
    private const double SyncReserve = 0.25;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly ConcurrentDictionary<string, (Patience Patience, CostBucket Bucket)> _lines = new(StringComparer.Ordinal);

    /// <summary>The store's shop; throws <see cref="ShopUnavailableException"/> when it has none.</summary>
    public async ValueTask<ShopifyStore> StoreAsync(string storeId, CancellationToken cancellationToken) =>
        await stores.FindAsync(storeId, cancellationToken)
        ?? throw new ShopUnavailableException($"Store {storeId} has no Shopify shop: set Stores:{storeId}:Shopify.");

    /// <summary>The data that a query brings. Throws <see cref="ShopUnavailableException"/>, or to a sync, which can ask for less, a <see cref="ShopifyFault"/> when it is too dear.</summary>
    public async Task<T> AskAsync<T>(ShopifyStore store, ShopifyQuery query, object variables, Urgency urgency, CancellationToken cancellationToken)
        where T : class
    {
        var (patience, bucket) = _lines.GetOrAdd(store.StoreId, _ => (new(options.Value, time), new(time)));
        try
        {
            return await patience.Whole(urgency).ExecuteAsync(async whole =>
            {
                await RoomAsync(bucket, query, urgency, whole);
                return await patience.Try(urgency).ExecuteAsync(async once => await SendAsync<T>(store, bucket, query, variables, once), whole);
            }, cancellationToken);
        }
        catch (Exception fault) when (fault is ShopifyFault or TimeoutRejectedException or BrokenCircuitException && !(fault is ShopifyFault { Kind: ShopifyFaultKind.TooDear } && urgency == Urgency.Sync))
        {
            LogUnavailable(store.StoreId, query.Name, fault.Message);
            throw new ShopUnavailableException($"The shop of store {store.StoreId} did not answer {query.Name}: {fault.Message}", fault);
        }
    }

    private async ValueTask RoomAsync(CostBucket bucket, ShopifyQuery query, Urgency urgency, CancellationToken cancellationToken)
    {
        while (bucket.TakeOrWait(query.Name, urgency == Urgency.Sync ? SyncReserve : 0) is { Ticks: > 0 } wait)
            await Task.Delay(wait, time, cancellationToken);
    }

    private async ValueTask<T> SendAsync<T>(ShopifyStore store, CostBucket bucket, ShopifyQuery query, object variables, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var request = Request(store, query, variables);
            using var client = http.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw ShopifyFault.Of(response, time.GetUtcNow());
            var reply = await response.Content.ReadFromJsonAsync<GraphQlReply<T>>(Json, cancellationToken)
                ?? throw new ShopifyFault(ShopifyFaultKind.Down, "an empty answer");
            if (reply.Cost is { } cost)
                bucket.Learn(query.Name, cost);
            return reply.DataOrFault();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException)
        {
            throw new ShopifyFault(ShopifyFaultKind.Down, broken is JsonException ? "an answer that is not JSON as agreed" : "the connection failed", null, broken);
        }
    }

    private static HttpRequestMessage Request(ShopifyStore store, ShopifyQuery query, object variables)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, store.GraphQlAddress) { Content = JsonContent.Create(new { query = query.Text, variables }, options: Json) };
        request.Headers.Add("X-Shopify-Access-Token", store.AccessToken);
        return request;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shop of store {StoreId} did not answer {Query}: {Reason}")]
    private partial void LogUnavailable(string storeId, string query, string reason);
}
