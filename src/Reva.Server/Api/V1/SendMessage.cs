using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Orleans;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Server.Conversations;

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
        var message = new PostMessage("", before.Channel, text, key, null, null, null);
        if (http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            return await StreamAsync(conversation, message, before.LastSeq, http);
        var posted = await conversation.Post(message);
        if (Calls.Refusal(posted.Outcome, http) is { } refused)
            return refused;
        var answer = await TurnAnswer.ToAsync(conversation, posted.Seq, cancellationToken);
        var view = (await conversation.Read())!;
        return Results.Json(new SendMessageResponse(posted.MessageId ?? "", answer.Response, view.Intent.ToWire(), answer.Actions));
    }

    private static async Task<IResult> StreamAsync(IConversationGrain conversation, PostMessage message, long lastSeq, HttpContext http)
    {
        var live = new OpenedEvents(conversation, lastSeq, http.RequestAborted);
        http.Response.RegisterForDisposeAsync(live);
        var posted = await conversation.Post(message);
        if (Calls.Refusal(posted.Outcome, http) is { } refused)
            return refused;
        // A message that was stored before may be answered already: its events are in the log.
        var events = posted.Seq > lastSeq ? live.AfterAsync(posted.Seq) : conversation.Subscribe(posted.Seq, http.RequestAborted);
        return TypedResults.ServerSentEvents(ItemsAsync(conversation, posted.Seq, events, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<ConversationEvent>> ItemsAsync(
        IConversationGrain conversation, long seq, IAsyncEnumerable<ConversationEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var next in TurnAnswer.EventsAsync(conversation, seq, events, cancellationToken))
            yield return new SseItem<ConversationEvent>(ShopperView.Of(next), ShopperView.Of(next).Type) { EventId = next.Seq.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
