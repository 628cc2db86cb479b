using System.Text.Json;

namespace Reva.Sandbox.Mail;

/// <summary>A mail as Resend takes it.</summary>
/// <param name="Reply_To">One address, or several.</param>
internal sealed record MailRequest(
    string? From, JsonElement? To, string? Subject, string? Text = null, string? Html = null, JsonElement? Reply_To = null, Dictionary<string, string>? Headers = null)
{
    public IReadOnlyList<string> Recipients => To?.ValueKind switch
    {
        JsonValueKind.String => [To.Value.GetString()!],
        JsonValueKind.Array => [.. To.Value.EnumerateArray().Select(t => t.ToString())],
        _ => [],
    };

    /// <summary>What is wrong with it, in the service's words; null when nothing is.</summary>
    public string? Problem() =>
        string.IsNullOrWhiteSpace(From) ? "Missing `from` field."
        : Recipients.Count is 0 or > 50 ? "Missing `to` field."
        : Recipients.Any(r => !r.Contains('@', StringComparison.Ordinal)) ? "Invalid `to` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format."
        : string.IsNullOrEmpty(Subject) ? "Missing `subject` field."
        : Text is null && Html is null ? "Missing `html` or `text` field."
        : null;
}

/// <summary>A mail that went out.</summary>
internal sealed record SentMail(
    string Id, DateTimeOffset At, string From, IReadOnlyList<string> To, string? ReplyTo, string Subject, string? Text, string? Html, IReadOnlyDictionary<string, string> Headers, string? IdempotencyKey);
