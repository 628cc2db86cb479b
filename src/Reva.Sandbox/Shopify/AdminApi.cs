using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;
using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Sandbox.Shopify;

/// <summary>Shopify's Admin GraphQL API over HTTP.</summary>
internal sealed class AdminApi(StoreHolder store, CostBuckets buckets, JobDelay jobs, SandboxOptions options)
{
    private const int DearestQuery = 1000;

    private readonly Engine _engine = new(AdminSchema.Instance);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost($"/admin/api/{AdminSchema.Version}/graphql.json", (HttpContext http, AdminApi api) => api.Answer(http));

    private async Task<IResult> Answer(HttpContext http)
    {
        var token = http.Request.Headers["X-Shopify-Access-Token"].ToString();
        if (!options.AccessTokens.Contains(token))
            return Results.Json(new { errors = "[API] Invalid API key or access token (unrecognized login or wrong password)" }, statusCode: StatusCodes.Status401Unauthorized);
        if (await Read(http.Request) is not { } request)
            return Results.Json(new { errors = new { query = "Required parameter missing or invalid" } }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(Run(request, buckets.For(token), http.Request));
    }

    private static async Task<GraphQLRequest?> Read(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<GraphQLRequest>() is { Query.Length: > 0 } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject Run(GraphQLRequest request, CostBucket bucket, HttpRequest http)
    {
        var (query, errors) = _engine.Prepare(request.Query!, request.OperationName, request.Variables);
        if (query is null)
            return Answers.Refused(errors);
        if (query.RequestedCost > DearestQuery)
            return Answers.TooDear(query.RequestedCost, DearestQuery);
        if (!bucket.TryTake(query.RequestedCost))
            return Answers.Throttled(query.RequestedCost, bucket.Status());
        var (data, execution) = query.Run(new ShopServices(store.Current, PublicUrl(http), options.Time.GetUtcNow(), jobs.Value));
        var actual = Math.Min(execution.Cost, query.RequestedCost);
        bucket.GiveBack(query.RequestedCost - actual);
        return Answers.Done(data, execution, query.RequestedCost, actual, bucket.Status());
    }

    private string PublicUrl(HttpRequest request) => options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";

    private sealed record GraphQLRequest(string? Query, string? OperationName, JsonElement Variables);
}
