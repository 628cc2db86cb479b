using System.Security.Cryptography;
using System.Text;

namespace Reva.Connections.Shopify.Actions;

/// <summary>What an action leaves at the shop to be known by: a mark in notes, and keys for what takes keys.</summary>
internal static class ActionMark
{
    private const int LongestNote = 255;

    /// <summary><c>reva:{actionId}</c>.</summary>
    public static string Of(string actionId) => $"reva:{actionId}";

    /// <summary>The words and the mark, within the 255 characters that Shopify keeps; the words give way.</summary>
    public static string Note(string? words, string actionId)
    {
        var mark = Of(actionId);
        var room = LongestNote - mark.Length - 1;
        var text = (words ?? "").ReplaceLineEndings(" ").Trim();
        if (text.Length > room)
            text = text[..(char.IsHighSurrogate(text[room - 1]) ? room - 1 : room)].TrimEnd();
        return text.Length == 0 ? mark : $"{text} {mark}";
    }

    public static bool IsIn(string? note, string actionId) => note?.Contains(Of(actionId), StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The idempotency key of one step: the same for every try, another for every action and step.</summary>
    public static string Key(string actionId, string step)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Of(actionId)}:{step}")).AsSpan(0, 16);
        // Version 8, RFC 9562: a UUID of one's own making, which a name-based one is here.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString();
    }
}
