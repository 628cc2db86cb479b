using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace Reva.Server.Hubs;

/// <summary>Failures of hub calls: a code for programs and words that say what to do.</summary>
internal static class HubErrors
{
    public static HubException UnknownStore() => Error("unknown_store", "There is no such store. Check data-store in the widget's snippet.");

    public static HubException InvalidToken() => Error("invalid_token", "This visitor token is not valid for this store. Call Start without a token to begin anew.");

    public static HubException NotStarted() => Error("not_started", "Call Start first; it tells whose connection this is.");

    public static HubException NotFound() => Error("not_found", "There is no such conversation for this visitor. Call Start to get yours.");

    public static HubException Closed() => Error("conversation_closed", "This conversation is closed. Call Start with fresh: true to begin a new one.");

    public static HubException Empty() => Error("message_empty", "The message is empty. Write something and send it again.");

    public static HubException TooLong(int length) => Error("message_too_long", $"The message has {length} characters; {Conversations.MessageText.Longest} are possible. Shorten it or send it in parts.");

    public static HubException Invalid(string what) => Error("invalid_argument", what);

    public static HubException RateLimited(TimeSpan wait)
    {
        var retryAfter = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        return new(JsonSerializer.Serialize(new { code = "rate_limited", message = $"Too many messages at once. Wait {retryAfter} s and send it again.", retryAfter }));
    }

    public static HubException Unavailable() => Error("unavailable", "The message could not be stored just now; nothing is lost. Send it again with the same clientMessageId.");

    public static HubException Misused() => Invalid("This call could not be read: its name or its arguments are not what docs/contracts.md lists.");

    /// <summary>Whether an error, as SignalR words it, carries a code of ours.</summary>
    public static bool HasCode(string error) => error.Contains("{\"code\":", StringComparison.Ordinal);

    private static HubException Error(string code, string message) => new(JsonSerializer.Serialize(new { code, message }));
}
