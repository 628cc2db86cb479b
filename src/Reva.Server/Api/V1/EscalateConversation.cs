using Orleans;

namespace Reva.Server.Api.V1;

internal static class EscalateConversation
{
    public static async Task<IResult> HandleAsync(string id, EscalateRequest request, HttpContext http, IGrainFactory grains)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation)
            return Problems.NotFound();
        if (Calls.Check(request.Reason, "reason", out var reason) is { } wrong)
            return wrong;
        var result = await conversation.Escalate(reason);
        return Calls.Refusal(result.Outcome, http) ?? Results.Json(new EscalateResponse(true, result.TicketId ?? ""));
    }
}
