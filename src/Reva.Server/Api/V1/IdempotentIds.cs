using System.Security.Cryptography;
using System.Text;

namespace Reva.Server.Api.V1;

/// <summary>Ids that follow from a caller's key, so that a repeated request finds what the first one made.</summary>
internal static class IdempotentIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string Of(string storeId, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{storeId}\n{key}"));
        return string.Create(26, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[bytes[i] & 31];
        });
    }
}
