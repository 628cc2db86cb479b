using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Reva.Server.Security;

/// <summary>A customer who is signed in to a store.</summary>
/// <param name="StoreId">The store.</param>
/// <param name="Email">Their e-mail address, lower case.</param>
/// <param name="CustomerId">The platform's id; null when it was not told.</param>
/// <param name="Until">Until when the token counts.</param>
public sealed record TokenCustomer(string StoreId, string Email, string? CustomerId, DateTimeOffset Until);

/// <summary>
/// Tokens by which a shop tells the widget who is signed in: <c>c1.{store}.{expiry}.{e-mail}.{customer}.{signature}</c>, signed with HMAC-SHA256 under a key
/// of the store's own, so that none of another store counts.
/// </summary>
/// <param name="key">The installation's signing key, from which each store's is made.</param>
/// <param name="clock">The clock.</param>
public sealed class CustomerTokens(byte[] key, TimeProvider clock)
{
    /// <summary>How long a token counts: pages fetch a new one whenever they load.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private const int Longest = 1500;

    /// <summary>The token of a customer, and until when it counts.</summary>
    public (string Token, DateTimeOffset Until) Issue(string storeId, string email, string? customerId)
    {
        var until = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + Life).ToUnixTimeSeconds());
        var body = string.Create(CultureInfo.InvariantCulture, $"c1.{storeId}.{until.ToUnixTimeSeconds()}.{Letters(email.Trim().ToLowerInvariant())}.{Letters(customerId ?? "")}");
        return ($"{body}.{Sign(storeId, body)}", until);
    }

    /// <summary>The customer of a token; null when it is forged, cut, another store's or too old.</summary>
    public TokenCustomer? Read(string? token, string storeId)
    {
        if (token is null || token.Length > Longest || token.LastIndexOf('.') is not (> 0 and var last))
            return null;
        if (token[..last].Split('.') is not ["c1", var store, var expiry, var email, var customerId] || store != storeId
            || !long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return null;
        var expected = Encoding.ASCII.GetBytes(Sign(storeId, token[..last]));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token[(last + 1)..])))
            return null;
        var until = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return until <= clock.GetUtcNow() ? null : new TokenCustomer(storeId, Text(email), customerId.Length == 0 ? null : Text(customerId), until);
    }

    private string Sign(string storeId, string body)
    {
        var ofStore = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"customer-token:{storeId}"));
        return Base64Url.EncodeToString(HMACSHA256.HashData(ofStore, Encoding.UTF8.GetBytes(body)));
    }

    private static string Letters(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Text(string letters) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(letters));
}
