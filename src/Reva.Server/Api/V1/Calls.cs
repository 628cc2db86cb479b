using System.Text.Json;
using Orleans;
using Reva.Core;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Server.Api.Keys;
using Reva.Server.Conversations;

namespace Reva.Server.Api.V1;

/// <summary>What the handlers share: the grain of a path, and checks of text.</summary>
internal static class Calls
{
    /// <summary>The grain of a conversation in the key's own store; null when the id cannot be one.</summary>
    public static IConversationGrain? Conversation(HttpContext http, IGrainFactory grains, string id) =>
        Ulid.IsValid(id) ? grains.GetGrain<IConversationGrain>(ConversationKey.Of(ApiKeyFilter.StoreOf(http), id)) : null;

    /// <summary>Cleans a message; a problem when it is empty or too long.</summary>
    public static IResult? Check(string? raw, string field, out string text)
    {
        text = MessageText.Clean(raw);
        if (text.Length == 0)
            return Problems.Invalid("message_empty", $"{field} is empty: give it the shopper's words.");
        return text.Length > MessageText.Longest
            ? Problems.Invalid("message_too_long", $"{field} has {text.Length} characters; {MessageText.Longest} are possible.") : null;
    }

    /// <summary>Whether it can be an e-mail address.</summary>
    public static bool IsAddress(string email) =>
        email.Length <= 254 && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1 && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c));

    /// <summary>The caller's own id for a message: its Idempotency-Key, null without one; a problem for a key that cannot be kept as it is.</summary>
    public static IResult? ClientMessageId(HttpContext http, out string? id)
    {
        id = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
        return id is null || MessageText.IsId(id) ? null
            : Problems.Invalid("invalid_idempotency_key", $"Idempotency-Key has up to {MessageText.LongestId} printable characters; give each request one of its own and repeat it when you send again.");
    }

    /// <summary>The value of an enum by its name on wires; false for anything else, numbers and lists of names too.</summary>
    public static bool TryParse<T>(string name, out T value) where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Wire(known).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = known;
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <summary>The problem of a call that did not go through; null when it did.</summary>
    public static IResult? Refusal(PostOutcome outcome, HttpContext http) => outcome switch
    {
        PostOutcome.Stored or PostOutcome.AlreadyStored => null,
        PostOutcome.Closed => Problems.Closed(),
        PostOutcome.NotFound => Problems.NotFound(),
        PostOutcome.TakenOver => Problems.Of(StatusCodes.Status409Conflict, "taken_over", "A person has this conversation already."),
        _ => Problems.Unavailable(http),
    };

    /// <summary>An enum's name on wires; channels are one word each (<c>whatsapp</c>).</summary>
    public static string Wire<T>(T value) where T : struct, Enum =>
        value is Channel ? value.ToString().ToLowerInvariant() : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
