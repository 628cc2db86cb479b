using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Audit;
using Reva.Postgres.Lists;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

/// <summary>The audit trail and the check of its chains.</summary>
internal static class ReadAudit
{
    private const int PageSize = 100;

    public static async Task<IResult> ListAsync(string? conversationId, string? actionId, DateTimeOffset? before, HttpContext http, AuditTrail trail, CancellationToken cancellationToken)
    {
        if ((Wrong(conversationId, "conversationId") ?? Wrong(actionId, "actionId")) is { } wrong)
            return wrong;
        var entries = await trail.ReadAsync(ApiKeyFilter.StoreOf(http), conversationId, actionId, before, PageSize, cancellationToken);
        return Results.Json(new AuditResponse([.. entries.Select(Line)], entries.Length == PageSize ? entries[^1].At : null));
    }

    public static async Task<IResult> VerifyAsync(string? conversationId, HttpContext http, AuditTrail trail, CancellationToken cancellationToken)
    {
        if (Wrong(conversationId, "conversationId") is { } wrong)
            return wrong;
        var chains = await trail.VerifyAsync(ApiKeyFilter.StoreOf(http), conversationId, cancellationToken);
        var touched = chains.Where(c => c.Touched is not null).Select(c => new TouchedChain(c.ConversationId, c.Touched!.N, Calls.Wire(c.Touched.Damage))).ToList();
        return Results.Json(new AuditVerdict(touched.Count == 0, chains.Length, chains.Sum(c => c.Entries), touched));
    }

    private static IResult? Wrong(string? id, string name) => id is null || Ulid.IsValid(id) ? null : Problems.Invalid("invalid_id", $"{name} is an id as the API gives it.");

    private static AuditLine Line(AuditEntry e) => new(
        e.ConversationId, e.N, e.At, Calls.Wire(e.Event), Calls.Wire(e.Actor), e.ActorName, e.ActionId, e.ActionKind?.ToWire(), e.Why, e.Rule, Json(e.BeforeJson), Json(e.AfterJson), e.Hash);

    // An attempt is kept as it came, JSON or not.
    private static JsonNode? Json(string? text)
    {
        if (text is null)
            return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
