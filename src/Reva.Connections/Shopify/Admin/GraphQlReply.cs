using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reva.Connections.Shopify.Admin;

/// <summary>The envelope of every answer.</summary>
internal sealed record GraphQlReply<T>(T? Data, JsonElement Errors, GraphQlExtensions? Extensions)
    where T : class
{
    public QueryCost? Cost => Extensions?.Cost;

    /// <summary>The data, or the fault that the errors tell of.</summary>
    public T DataOrFault()
    {
        if (Errors.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            throw Fault();
        return Data ?? throw new ShopifyFault(ShopifyFaultKind.Down, "an answer without data");
    }

    private ShopifyFault Fault()
    {
        var code = Code();
        var kind = code switch
        {
            // No wait fills the bucket beyond its size: such a query must be asked in smaller parts.
            "THROTTLED" when Cost is { ThrottleStatus: { MaximumAvailable: > 0 } status } && Cost.RequestedQueryCost > status.MaximumAvailable => ShopifyFaultKind.TooDear,
            "THROTTLED" => ShopifyFaultKind.Throttled,
            "MAX_COST_EXCEEDED" => ShopifyFaultKind.TooDear,
            "INTERNAL_SERVER_ERROR" or "TIMEOUT" => ShopifyFaultKind.Down,
            _ => ShopifyFaultKind.Refused,
        };
        return new(kind, $"GraphQL error {code ?? "without code"}") { Code = code };
    }

    // Messages may quote what was asked for, so only the code travels on.
    private string? Code() =>
        Errors.ValueKind == JsonValueKind.Array && Errors.GetArrayLength() > 0
        && Errors[0].TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var code)
            ? code.GetString() : null;
}

internal sealed record GraphQlExtensions(QueryCost? Cost);

internal sealed record QueryCost(double RequestedQueryCost, double? ActualQueryCost, ThrottleStatus? ThrottleStatus);

internal sealed record ThrottleStatus(double MaximumAvailable, double CurrentlyAvailable, double RestoreRate);

/// <summary>A connection's page.</summary>
internal sealed record Nodes<T>
{
    [JsonPropertyName("nodes")]
    public IReadOnlyList<T> Items { get; init; } = [];

    public PageInfo? PageInfo { get; init; }

    public string? NextCursor => PageInfo is { HasNextPage: true, EndCursor: { } cursor } ? cursor : null;
}

internal sealed record PageInfo(bool HasNextPage, string? EndCursor);
