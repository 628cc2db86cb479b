using System.Globalization;
using System.Text;

namespace Reva.Core.Search;

/// <summary>Cuts text into comparable words: lower case, without accents, singular.</summary>
public static class TextWords
{
    /// <summary>
    /// The words of <paramref name="text"/> in order, as stems. A hyphenated word comes whole (<c>tshirt</c>) and in its longer parts
    /// (<c>shirt</c>). Single letters are left out. Never throws.
    /// </summary>
    public static IEnumerable<string> Stems(string text)
    {
        foreach (var word in Split(text))
        {
            var parts = word.Split('-', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1)
                yield return Stem(string.Concat(parts));
            foreach (var part in parts)
            {
                if (part.Length > 1 || char.IsDigit(part[0]))
                    yield return Stem(part);
            }
        }
    }

    /// <summary>The words as written but lower-case and without accents; hyphens inside words are kept.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var folded = Fold(text);
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && (char.IsLetterOrDigit(folded[i]) || folded[i] == '-' && start >= 0 && i + 1 < folded.Length && char.IsLetterOrDigit(folded[i + 1]));
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                yield return folded[start..i];
                start = -1;
            }
        }
    }

    /// <summary>The singular of an English word, roughly: what matters is that both forms give the same.</summary>
    public static string Stem(string word)
    {
        if (word.Length <= 3 || word[^1] != 's' || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("zes", StringComparison.Ordinal))
            return word[..^2];
        return word[..^1];
    }

    private static string Fold(string text)
    {
        // Possessives first: "women's" must not leave an "s" behind.
        var plain = text.Replace("'s ", " ", StringComparison.OrdinalIgnoreCase).Replace("’s ", " ", StringComparison.OrdinalIgnoreCase);
        if (Ascii.IsValid(plain))
            return plain.ToLowerInvariant();
        var folded = new StringBuilder(plain.Length);
        foreach (var rune in WellFormed(plain).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    // Normalising half a surrogate pair throws.
    private static string WellFormed(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }
}
