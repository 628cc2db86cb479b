using System.Security.Cryptography;
using System.Text;
using Reva.Agent.Ports;

namespace Reva.Grains.Identification;

/// <summary>Keys of <see cref="IGuessGrain"/>: <c>guess:{store}:{kind}:{hash}</c>. What was typed is hashed, so that no address lies in a key.</summary>
public static class GuessKey
{
    private const string ByOrder = "order";
    private const string ByEmail = "email";
    private const string ByVisitor = "visitor";

    /// <summary>All keys that a guess counts under. Two spellings that find the same order have the same key.</summary>
    public static IEnumerable<string> Of(Guess guess)
    {
        yield return Key(guess.StoreId, ByOrder, guess.OrderNumber.Trim().TrimStart('#').Trim());
        yield return Key(guess.StoreId, ByEmail, guess.Email.Trim());
        if (guess.VisitorId.Length > 0)
            yield return Key(guess.StoreId, ByVisitor, guess.VisitorId);
    }

    /// <summary>How many failed tries a key allows.</summary>
    internal static int LimitOf(string key, GuessLimitOptions options) => key.Split(':') switch
    {
        [_, _, ByOrder, _] => options.PerOrder,
        [_, _, ByEmail, _] => options.PerEmail,
        [_, _, ByVisitor, _] => options.PerVisitor,
        _ => throw new ArgumentException($"'{key}' is not the key of guesses.", nameof(key)),
    };

    private static string Key(string storeId, string kind, string value) =>
        $"guess:{storeId}:{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToUpperInvariant())))[..32]}";
}
