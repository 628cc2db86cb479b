using System.Globalization;
using System.Text;

namespace Reva.Agent.Embedding;

/// <summary>Cuts a text into the words that vectors are made of: lower case, without accents, cut to their stem.</summary>
internal static class EmbeddingWords
{
    /// <summary>Words beyond these do not change a vector, so that time has a bound.</summary>
    public const int Most = 1_000;

    private const int LongestWord = 40;

    /// <summary>Calls <paramref name="take"/> with every word, in order.</summary>
    public static void Each(string text, Action<string> take)
    {
        Span<char> word = stackalloc char[LongestWord];
        var (length, taken) = (0, 0);
        for (var i = 0; i <= text.Length && taken < Most; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            // Apostrophes and accents that stand on their own belong to the word around them.
            if (c is '\'' or '’' || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
                continue;
            if (char.IsLetterOrDigit(c))
            {
                if (length < LongestWord)
                    word[length++] = Fold(c);
                continue;
            }
            if (length > 0)
            {
                take(Replies.Words.Stem(new string(word[..length])));
                taken++;
            }
            length = 0;
        }
    }

    /// <summary>The words as a list.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        Each(text, words.Add);
        return words;
    }

    private static char Fold(char c)
    {
        if (c < 128)
            return char.ToLowerInvariant(c);
        ReadOnlySpan<char> one = [c];
        Span<char> parts = stackalloc char[18];
        return one.TryNormalize(parts, out var written, NormalizationForm.FormD) && written > 0 && char.GetUnicodeCategory(parts[0]) != UnicodeCategory.NonSpacingMark
            ? char.ToLowerInvariant(parts[0])
            : char.ToLowerInvariant(c);
    }
}
