using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Reva.Server.Security;

/// <summary>Shopify's signature on what its app proxy passes on: the shop's secret over all parameters, sorted, as <c>name=value</c> with nothing between.</summary>
public static class ShopifyProxySignature
{
    // What was recorded on the way must not be worth anything later.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Whether the request was signed by Shopify for this shop, just now.</summary>
    public static bool Fits(IEnumerable<KeyValuePair<string, StringValues>> query, string secret, DateTimeOffset now)
    {
        var parameters = query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        if (secret.Length == 0 || !parameters.Remove("signature", out var signature) || !IsRecent(parameters.GetValueOrDefault("timestamp"), now))
            return false;
        var signed = string.Concat(parameters.Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal));
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(signature));
    }

    private static bool IsRecent(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Longest.TotalSeconds;
}
