using System.Text.Json.Nodes;
using Orleans;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Lists;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

internal static class ReadTurns
{
    public static async Task<IResult> HandleAsync(string id, HttpContext http, IGrainFactory grains, TurnTraces traces, CancellationToken cancellationToken)
    {
        if (Calls.Conversation(http, grains, id) is not { } conversation || await conversation.Read() is null)
            return Problems.NotFound();
        var turns = await traces.OfConversationAsync(ApiKeyFilter.StoreOf(http), id, cancellationToken);
        return Results.Json(new TurnsResponse([.. turns.Select(Turn)]));
    }

    private static TurnResponse Turn(TurnRecord t) => new(
        t.TurnId, t.StartedAt, t.Duration.TotalMilliseconds, t.Intent.ToWire(), t.Confidence, t.Sentiment, t.Model, t.InputTokens, t.OutputTokens, t.CostUsd, JsonNode.Parse(t.TraceJson));
}
