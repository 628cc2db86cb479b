using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Throttle;

namespace Reva.Sandbox.Shopify;

/// <summary>The answers of the Admin API; all but a bad request come with status 200.</summary>
internal static class Answers
{
    public static JsonObject Done(JsonObject data, Execution execution, int requested, int actual, ThrottleStatus status)
    {
        var extensions = new JsonObject { ["cost"] = Cost(requested, actual, status) };
        if (execution.Warnings.Count > 0)
            extensions["search"] = JsonSerializer.SerializeToNode(execution.Warnings, JsonSerializerOptions.Web);
        var answer = new JsonObject { ["data"] = data, ["extensions"] = extensions };
        if (execution.Errors.Count > 0)
            answer["errors"] = Errors(execution.Errors);
        return answer;
    }

    public static JsonObject Refused(IReadOnlyList<GraphQLError> errors) => new() { ["errors"] = Errors(errors) };

    public static JsonObject Throttled(int requested, ThrottleStatus status) => new()
    {
        ["errors"] = Errors([GraphQLError.Coded("THROTTLED", "Throttled", null, ("documentation", "https://shopify.dev/api/usage/rate-limits"))]),
        ["extensions"] = new JsonObject { ["cost"] = Cost(requested, null, status) },
    };

    public static JsonObject TooDear(int cost, int most) => Refused(
    [
        GraphQLError.Coded("MAX_COST_EXCEEDED", $"Query cost is {cost}, which exceeds the single query max cost limit ({most}).", null, ("cost", cost), ("maxCost", most)),
    ]);

    private static JsonObject Cost(int requested, int? actual, ThrottleStatus status) => new()
    {
        ["requestedQueryCost"] = requested,
        ["actualQueryCost"] = actual,
        ["throttleStatus"] = new JsonObject
        {
            ["maximumAvailable"] = status.MaximumAvailable, ["currentlyAvailable"] = status.CurrentlyAvailable, ["restoreRate"] = status.RestoreRate,
        },
    };

    private static JsonArray Errors(IEnumerable<GraphQLError> errors) => new([.. errors.Select(Error)]);

    private static JsonNode Error(GraphQLError error)
    {
        var json = new JsonObject { ["message"] = error.Message };
        if (error.Location is { } at)
            json["locations"] = new JsonArray(new JsonObject { ["line"] = at.Line, ["column"] = at.Column });
        if (error.Path is not null)
            json["path"] = JsonSerializer.SerializeToNode(error.Path);
        if (error.Extensions is not null)
            json["extensions"] = JsonSerializer.SerializeToNode(error.Extensions);
        return json;
    }
}
