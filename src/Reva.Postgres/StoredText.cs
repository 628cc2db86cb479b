using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Reva.Postgres;

/// <summary>
/// Text as PostgreSQL takes it. NUL characters are left out and halves of surrogate pairs become U+FFFD: neither can be stored,
/// and a shopper's stray character must not cost the message.
/// </summary>
internal static class StoredText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\0']);

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Odd))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>The same for JSON, where a NUL is the escape <c>\u0000</c>.</summary>
    public static string CleanJson(string json)
    {
        json = Clean(json);
        for (var at = json.IndexOf("\\u0000", StringComparison.Ordinal); at >= 0; at = json.IndexOf("\\u0000", at, StringComparison.Ordinal))
        {
            // After an odd number of backslashes the 'u' stands for itself.
            if (BackslashesBefore(json, at) % 2 == 0)
                json = json.Remove(at, 6);
            else
                at++;
        }
        return json;
    }

    private static int BackslashesBefore(string json, int at)
    {
        var count = 0;
        while (at - count > 0 && json[at - count - 1] == '\\')
            count++;
        return count;
    }
}
