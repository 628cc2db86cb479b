using Orleans;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>A person's words: replies to the shopper, notes to colleagues.</summary>
internal static class WriteAsPerson
{
    public static Task<IResult> ReplyAsync(string id, PersonMessageRequest request, HttpContext http, IGrainFactory grains) =>
        HandleAsync(id, request, http, grains, (conversation, message) => conversation.Reply(message));

    public static Task<IResult> NoteAsync(string id, PersonMessageRequest request, HttpContext http, IGrainFactory grains) =>
        HandleAsync(id, request, http, grains, (conversation, message) => conversation.Note(message));

    private static async Task<IResult> HandleAsync(string id, PersonMessageRequest request, HttpContext http, IGrainFactory grains, Func<IConversationGrain, PersonMessage, Task<PersonResult>> write)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation)
            return Problems.NotFound();
        if (Calls.Check(request.Text, "text", out var text) is { } wrong)
            return wrong;
        if (PersonCalls.Name(request.Person, required: false, out var person) is { } nameless)
            return nameless;
        if (Calls.ClientMessageId(http, out var key) is { } unusable)
            return unusable;
        var result = await write(conversation, new PersonMessage(text, person, key));
        return PersonCalls.Refusal(result, http) ?? Results.Json(new PersonMessageResponse(result.MessageId ?? "", result.Seq));
    }
}
