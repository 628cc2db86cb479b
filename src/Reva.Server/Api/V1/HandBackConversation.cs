using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

internal static class HandBackConversation
{
    public static async Task<IResult> HandleAsync(string id, HandbackRequest request, HttpContext http, IGrainFactory grains)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation)
            return Problems.NotFound();
        string? note = null;
        if (!string.IsNullOrWhiteSpace(request.Note) && Calls.Check(request.Note, "note", out note) is { } wrong)
            return wrong;
        if (Calls.ClientMessageId(http, out var key) is { } unusable)
            return unusable;
        var result = await conversation.HandBack(new HandBack(note, key));
        return PersonCalls.Refusal(result, http) ?? Results.Json(new HandbackResponse(true));
    }
}
