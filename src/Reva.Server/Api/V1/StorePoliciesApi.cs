using System.Text.Json.Nodes;
using Orleans;
using Reva.Grains.Policies;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

/// <summary>What the merchant allows the agent to do.</summary>
internal static class StorePoliciesApi
{
    private const int LongestPerson = 100;

    public static async Task<IResult> ReadAsync(HttpContext http, IGrainFactory grains) => Answer(await StoredPolicies.GrainOf(grains, ApiKeyFilter.StoreOf(http)).Read());

    public static async Task<IResult> ChangeAsync(ChangePoliciesRequest request, HttpContext http, IGrainFactory grains)
    {
        if (request.Policies is not JsonObject policies)
            return Problems.Invalid("invalid_policies", "policies is an object with the settings; read them first to see all there are.");
        if (request.Person?.Trim() is not { Length: > 0 and <= LongestPerson } person)
            return Problems.Invalid("invalid_person", $"person is the name of who changes them, 1 to {LongestPerson} characters.");
        var change = await StoredPolicies.GrainOf(grains, ApiKeyFilter.StoreOf(http)).Change(policies.ToJsonString(), request.Version, person);
        if (change.Stored is { } stored)
            return Answer(stored);
        return change.Problems.IsEmpty
            ? Problems.Of(StatusCodes.Status409Conflict, "changed_meanwhile", "Somebody else has changed the policies since you read them. Read them again and make your change to those.")
            : Problems.Invalid("invalid_policies", string.Join(" ", change.Problems.Select(p => p.Path.Length == 0 ? p.Message : $"{p.Path}: {p.Message}")));
    }

    private static IResult Answer(PolicyView view) => Results.Json(new PoliciesResponse(view.Version, view.ChangedAt, view.ChangedBy, JsonNode.Parse(view.Json)));
}
