using System.Globalization;
using System.Text;

namespace Reva.Agent.Understanding.Classification;

/// <summary>Lower case without accents and punctuation: words with one space between. Question marks stay as words of their own.</summary>
internal static class PlainText
{
    /// <summary>Writes the plain form; <paramref name="into"/> must hold twice the text's length and two more. Returns the length.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                into[length++] = c;
            else if (char.IsAsciiLetterUpper(c))
                into[length++] = (char)(c | 0x20);
            else if (c is '\'' or '’' or '`')
                continue;
            else if (c is '?' && length > 0 && into[length - 1] != '?')
                length = Spaced(into, length, '?');
            else if (c > 127 && char.IsLetterOrDigit(c))
                into[length++] = WithoutAccent(c);
            else if (length > 0 && into[length - 1] != ' ')
                into[length++] = ' ';
        }
        return length > 0 && into[length - 1] == ' ' ? length - 1 : length;
    }

    private static int Spaced(Span<char> into, int length, char mark)
    {
        if (into[length - 1] != ' ')
            into[length++] = ' ';
        into[length++] = mark;
        return length;
    }

    private static char WithoutAccent(char c)
    {
        if (char.IsSurrogate(c))
            return c;
        Span<char> one = [c];
        Span<char> parts = stackalloc char[18];
        return one.TryNormalize(parts, out var written, NormalizationForm.FormD) && written > 0 && CharUnicodeInfo.GetUnicodeCategory(parts[0]) != UnicodeCategory.Control
            ? char.ToLowerInvariant(parts[0])
            : char.ToLowerInvariant(c);
    }
}
