using System.Globalization;
using Reva.Grains.Outbox;
using Reva.Server.Api.Keys;

namespace Reva.Server.Api.V1;

/// <summary>A page of the outbox.</summary>
public sealed record MailListResponse(IReadOnlyList<MailResponse> Mails, string? NextCursor);

/// <summary>A mail: what it is about and what became of it, without its words.</summary>
/// <param name="Key">What it is about: <c>escalation:T-9XWBZH3D</c>.</param>
/// <param name="Status"><c>waiting</c>, <c>sent</c> or <c>given_up</c>.</param>
/// <param name="Error">What the last try failed with.</param>
public sealed record MailResponse(string Key, string To, string Subject, string Status, int Attempts, string? Error, DateTimeOffset CreatedAt, DateTimeOffset? SettledAt);

internal static class ListMails
{
    private const int Page = 50;

    public static async Task<IResult> HandleAsync(string? status, string? cursor, HttpContext http, IOutboxStore outbox, CancellationToken cancellationToken)
    {
        OutboxStatus? wanted = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!Calls.TryParse<OutboxStatus>(status, out var known))
                return Problems.Invalid("invalid_status", "status is one of waiting, sent, given_up.");
            wanted = known;
        }
        DateTimeOffset? before = null;
        if (cursor is not null)
        {
            if (!DateTimeOffset.TryParseExact(cursor, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
                return Problems.Invalid("invalid_cursor", "cursor is the next_cursor of the page before.");
            before = at;
        }
        var rows = await outbox.ListAsync(ApiKeyFilter.StoreOf(http), wanted, before, Page, cancellationToken);
        var next = rows.Length == Page ? rows[^1].CreatedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) : null;
        return Results.Json(new MailListResponse([.. rows.Select(Line)], next));
    }

    private static MailResponse Line(OutboxRow row) =>
        new(row.Key, row.Message.To, row.Message.Subject, Calls.Wire(row.Status), row.Attempts, row.Error, row.CreatedAt, row.SettledAt);
}
