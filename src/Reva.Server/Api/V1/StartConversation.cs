using Orleans;
using Reva.Core;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

internal static class StartConversation
{
    public static async Task<IResult> HandleAsync(StartConversationRequest request, HttpContext http, IGrainFactory grains, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Calls.TryParse<Channel>(request.Channel ?? "api", out var channel))
            return Problems.Invalid("invalid_channel", "channel is one of chat, api, email, whatsapp, sms, instagram.");
        if (Calls.Check(request.InitialMessage, "initial_message", out var text) is { } wrong)
            return wrong;
        if (request.CustomerEmail is { } email && !Calls.IsAddress(email.Trim()))
            return Problems.Invalid("invalid_email", "customer_email is not an e-mail address; leave it out if it is not known.");
        if (Calls.ClientMessageId(http, out var key) is { } unusable)
            return unusable;

        var now = clock.GetUtcNow();
        // The same Idempotency-Key leads to the same conversation: its id is made of the key.
        var id = key is not null ? IdempotentIds.Of(ApiKeyFilter.StoreOf(http), key) : Ulid.New(now);
        var conversation = grains.GetGrain<IConversationGrain>(ConversationKey.Of(ApiKeyFilter.StoreOf(http), id));
        var posted = await conversation.Post(new PostMessage("", channel, text, key, null, null, request.CustomerEmail?.Trim().ToLowerInvariant()));
        if (Calls.Refusal(posted.Outcome, http) is { } refused)
            return refused;
        var answer = await TurnAnswer.ToAsync(conversation, posted.Seq, cancellationToken);
        var view = (await conversation.Read())!;
        return Results.Json(new StartConversationResponse(id, posted.MessageId ?? "", answer.Response, view.Intent.ToWire(), view.Status is ConversationStatus.Escalated or ConversationStatus.TakenOver),
            statusCode: StatusCodes.Status201Created);
    }
}
