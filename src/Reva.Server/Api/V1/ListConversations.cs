using Reva.Core.Conversations;
using Reva.Postgres.Lists;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

internal static class ListConversations
{
    private const int MostSearched = 500;

    public static async Task<IResult> HandleAsync(string? status, string? intent, string? q, string? cursor, HttpContext http, ConversationList list, CancellationToken cancellationToken)
    {
        ConversationStatus? wantedStatus = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!Calls.TryParse<ConversationStatus>(status, out var known))
                return Problems.Invalid("invalid_status", "status is one of open, escalated, resolved, taken_over.");
            wantedStatus = known;
        }
        Intent? wantedIntent = null;
        if (!string.IsNullOrEmpty(intent))
        {
            if (!IntentNames.TryParse(intent, out var known))
                return Problems.Invalid("invalid_intent", $"intent is one of {string.Join(", ", Enum.GetValues<Intent>().Select(i => i.ToWire()))}.");
            wantedIntent = known;
        }
        if (cursor is not null && !Core.Ulid.IsValid(cursor))
            return Problems.Invalid("invalid_cursor", "cursor is the next_cursor of the page before.");
        if (q?.Length > MostSearched)
            return Problems.Invalid("invalid_query", $"q has {q.Length} characters; {MostSearched} are possible.");
        var page = await list.PageAsync(new ConversationListQuery { StoreId = ApiKeyFilter.StoreOf(http), Status = wantedStatus, Intent = wantedIntent, Text = q, Cursor = cursor }, cancellationToken);
        return Results.Json(new ConversationListResponse([.. page.Conversations.Select(Line)], page.NextCursor));
    }

    private static ConversationSummary Line(ConversationLine line)
    {
        var c = line.Conversation;
        return new ConversationSummary(c.ConversationId, Calls.Wire(c.Channel), Calls.Wire(c.Status), c.Intent.ToWire(), c.Sentiment, line.LastMessage, line.MessageCount, c.CreatedAt, c.UpdatedAt);
    }
}
