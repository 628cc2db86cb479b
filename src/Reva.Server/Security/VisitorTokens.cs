using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Reva.Core;

namespace Reva.Server.Security;

/// <summary>Who a shopper's browser is: one visitor of one store, in one conversation.</summary>
public sealed record Visitor(string StoreId, string VisitorId, string ConversationId);

/// <summary>
/// Tokens that a browser keeps to come back to its conversation: <c>v1.{store}.{visitor}.{conversation}.{signature}</c>,
/// signed with HMAC-SHA256. They hold no personal data and open nothing but that conversation.
/// </summary>
public sealed class VisitorTokens(byte[] key)
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int ShortestKey = 32;

    /// <summary>The token of a visitor.</summary>
    public string Issue(Visitor visitor)
    {
        var body = $"v1.{visitor.StoreId}.{visitor.VisitorId}.{visitor.ConversationId}";
        return $"{body}.{Sign(body)}";
    }

    /// <summary>The visitor of a token; null when it is forged, cut or of another kind.</summary>
    public Visitor? Read(string? token)
    {
        if (token is null || token.Length > 300 || token.LastIndexOf('.') is not (> 0 and var last))
            return null;
        var parts = token[..last].Split('.');
        if (parts is not ["v1", { Length: > 0 } store, var visitorId, var conversationId] || !Ulid.IsValid(visitorId) || !Ulid.IsValid(conversationId))
            return null;
        var expected = Encoding.ASCII.GetBytes(Sign(token[..last]));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token[(last + 1)..])) ? new Visitor(store, visitorId, conversationId) : null;
    }

    private string Sign(string body) => Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(body)));
}
