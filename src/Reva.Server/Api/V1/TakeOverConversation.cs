using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

internal static class TakeOverConversation
{
    public static async Task<IResult> HandleAsync(string id, TakeoverRequest request, HttpContext http, IGrainFactory grains)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation)
            return Problems.NotFound();
        if (PersonCalls.Name(request.Person, required: true, out var person) is { } nameless)
            return nameless;
        if (request.Email is { } email && !Calls.IsAddress(email.Trim()))
            return Problems.Invalid("invalid_email", "email is not an e-mail address; leave it out if it should not be kept.");
        if (Calls.ClientMessageId(http, out var key) is { } unusable)
            return unusable;
        var result = await conversation.TakeOver(new TakeOver(person!, request.Email?.Trim(), key));
        return PersonCalls.Refusal(result, http) ?? Results.Json(new TakeoverResponse(true, result.Person!, result.Seq));
    }
}
