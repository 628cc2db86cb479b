using Orleans;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

internal static class ReadConversation
{
    private const int MostMessages = 500;

    public static async Task<IResult> HandleAsync(string id, HttpContext http, IGrainFactory grains, IConversationLog log, CancellationToken cancellationToken)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation || await conversation.Read() is not { } view)
            return Problems.NotFound();
        var messages = await log.MessagesAsync(ApiKeyFilter.StoreOf(http), id, MostMessages, cancellationToken);
        var escalation = view.Escalation is { } e ? new EscalationResponse(e.TicketId, Calls.Wire(e.Reason), Calls.Wire(e.Priority), e.Summary, e.At) : null;
        return Results.Json(new ConversationResponse(
            view.ConversationId, Calls.Wire(view.Channel), Calls.Wire(view.Status), view.Intent.ToWire(), view.Sentiment, view.CustomerEmail ?? view.VerifiedEmail, escalation,
            view.Takeover is { } t ? new TakeoverState(t.Person, t.Email, t.At) : null, view.ResolutionSummary, view.Score, view.CreatedAt, view.UpdatedAt,
            [.. messages.Select(m => new MessageResponse(m.MessageId, Calls.Wire(m.Author), m.Text, m.At, m.Name))]));
    }
}
