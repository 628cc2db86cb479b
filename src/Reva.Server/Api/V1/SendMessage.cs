using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Orleans;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;

namespace Reva.Server.Api.V1;

internal static class SendMessage
{
    public static async Task<IResult> HandleAsync(string id, SendMessageRequest request, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation || await conversation.Read() is not { } before)
            return Problems.NotFound();
        if (Calls.Check(request.Content, "content", out var text) is { } wrong)
            return wrong;
        if (Calls.ClientMessageId(http, out var key) is { } unusable)
            return unusable;
        var posted = await conversation.Post(new PostMessage("", before.Channel, text, key, null, null, null));
        if (Calls.Refusal(posted.Outcome, http) is { } refused)
            return refused;
        if (http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            return TypedResults.ServerSentEvents(EventsAsync(conversation, posted.Seq, cancellationToken));
        var answer = await TurnAnswer.ToAsync(conversation, posted.Seq, cancellationToken);
        var view = (await conversation.Read())!;
        return Results.Json(new SendMessageResponse(posted.MessageId ?? "", answer.Response, view.Intent.ToWire(), answer.Actions));
    }

    private static async IAsyncEnumerable<SseItem<ConversationEvent>> EventsAsync(IConversationGrain conversation, long seq, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var next in TurnAnswer.EventsAsync(conversation, seq, cancellationToken))
            yield return new SseItem<ConversationEvent>(next, next.Type) { EventId = next.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
