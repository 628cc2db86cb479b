using System.Text.Json.Nodes;
using Orleans;
using Reva.Agent.Actions;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Postgres.Lists;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

/// <summary>Actions of one conversation, and of the whole store.</summary>
internal static class ReadActions
{
    private const int PageSize = 50;

    public static async Task<IResult> OfConversationAsync(string id, HttpContext http, IGrainFactory grains)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation || await conversation.Read() is null)
            return Problems.NotFound();
        var actions = await conversation.Actions();
        return Results.Json(new ActionsResponse([.. actions.Select(a => new ActionResponse(id, a.ActionId, a.Kind.ToWire(), Calls.Wire(a.Status), a.ProposedAt, JsonNode.Parse(a.Data)))], null));
    }

    public static async Task<IResult> OfStoreAsync(string? status, string? cursor, HttpContext http, ActionList list, CancellationToken cancellationToken)
    {
        ActionStatus? wanted = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!Calls.TryParse<ActionStatus>(status, out var known))
                return Problems.Invalid("invalid_status", $"status is one of {string.Join(", ", Enum.GetValues<ActionStatus>().Select(s => Calls.Wire(s)))}.");
            wanted = known;
        }
        if (cursor is not null && !Ulid.IsValid(cursor))
            return Problems.Invalid("invalid_cursor", "cursor is the nextCursor of the page before.");
        var page = await list.PageAsync(ApiKeyFilter.StoreOf(http), wanted, cursor, PageSize, cancellationToken);
        return Results.Json(new ActionsResponse([.. page.Actions.Select(Line)], page.NextCursor));
    }

    private static ActionResponse Line(ActionLine line) => new(
        line.ConversationId, line.Action.ActionId, line.Action.Action.Kind.ToWire(), Calls.Wire(line.Action.Status), line.Action.ProposedAt, JsonNode.Parse(Grains.Conversations.Actions.ActionViews.Json(line.Action)));
}
