using Orleans;

namespace Reva.Server.Api.V1;

internal static class ResolveConversation
{
    public static async Task<IResult> HandleAsync(string id, ResolveRequest request, HttpContext http, IGrainFactory grains)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation)
            return Problems.NotFound();
        if (request.CsatScore is < 1 or > 5)
            return Problems.Invalid("invalid_score", "csat_score is a whole number from 1 to 5.");
        if (Calls.Check(request.ResolutionSummary, "resolution_summary", out var summary) is { } wrong)
            return wrong;
        var result = await conversation.Resolve(summary, request.CsatScore);
        return Calls.Refusal(result.Outcome, http) ?? Results.Json(new ResolveResponse(true));
    }
}
