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
    private const string ByName = "name";
    private const string ByPostcode = "postcode";
    private const string ByCode = "code";
    private const string ByCodeVisitor = "codevisitor";

    /// <summary>All keys that a guess counts under. Two spellings that find the same order have the same key.</summary>
    public static IEnumerable<string> Of(Guess guess)
    {
        (string Kind, string Value)[] parts =
        [
            (ByOrder, guess.OrderNumber.Trim().TrimStart('#').Trim()), (ByEmail, guess.Email.Trim()),
            (ByName, Letters(guess.Name)), (ByPostcode, Letters(guess.Postcode)), (ByCode, guess.CodeFor.Trim()),
            // Asking for codes must not use up the tries of who then types one wrongly.
            (guess.CodeFor.Length > 0 ? ByCodeVisitor : ByVisitor, guess.VisitorId),
        ];
        foreach (var (kind, value) in parts.Where(p => p.Value.Length > 0))
            yield return Key(guess.StoreId, kind, value);
    }

    /// <summary>How many failed tries a key allows.</summary>
    internal static int LimitOf(string key, GuessLimitOptions options) => key.Split(':') switch
    {
        [_, _, ByOrder, _] => options.PerOrder,
        [_, _, ByEmail, _] => options.PerEmail,
        [_, _, ByVisitor, _] => options.PerVisitor,
        [_, _, ByName, _] => options.PerName,
        [_, _, ByPostcode, _] => options.PerPostcode,
        [_, _, ByCode, _] or [_, _, ByCodeVisitor, _] => options.CodesPerAddress,
        _ => throw new ArgumentException($"'{key}' is not the key of guesses.", nameof(key)),
    };

    // As they are compared: without case and spaces.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Key(string storeId, string kind, string value) =>
        $"guess:{storeId}:{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value.ToUpperInvariant())))[..32]}";
}
