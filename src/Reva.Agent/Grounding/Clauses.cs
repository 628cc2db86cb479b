using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Cuts a text into sentences, and sentences into clauses, so that 'once', 'not' and '?' count only for what they belong to.</summary>
internal static partial class Clauses
{
    /// <summary>Where sentences begin and end.</summary>
    public static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] == '\n' || (text[i] is '.' or '!' or '?' && !IsAbbreviation(text, i) && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is '"' or '”' or ')' or '*' or '!' or '?'));
            if (!ends)
                continue;
            while (text[i] != '\n' && i + 1 < text.Length && text[i + 1] is '"' or '”' or ')' or '*' or '!' or '?')
                i++;
            if (i + 1 > start)
                yield return (start, i + 1);
            start = i + 1;
        }
        if (start < text.Length)
            yield return (start, text.Length);
    }

    // '12. Oktober' and 'Nr. 1001' go on.
    private static bool IsAbbreviation(string text, int stop)
    {
        if (text[stop] != '.' || stop + 2 >= text.Length || text[stop + 1] is not (' ' or '\u00A0' or '\u202F'))
            return false;
        var (before, after) = (stop, stop + 2);
        while (before > 0 && char.IsLetterOrDigit(text[before - 1]))
            before--;
        while (after < text.Length && char.IsLetter(text[after]))
            after++;
        var word = text[before..stop].ToLowerInvariant();
        return word is "nr" or "n" or "núm" or "ca" ? char.IsAsciiDigit(text[stop + 2]) : word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && DateReader.IsMonth(text[(stop + 2)..after]);
    }

    /// <summary>The clauses of a sentence, each with the word that joins it to the one before.</summary>
    public static List<Clause> Of(string sentence)
    {
        var clauses = new List<Clause>();
        var (from, joint) = (0, "");
        foreach (var cut in Joints().EnumerateMatches(sentence))
        {
            Add(clauses, joint, sentence[from..cut.Index]);
            joint = sentence.Substring(cut.Index, cut.Length).Trim().ToLowerInvariant();
            from = cut.Index + cut.Length;
        }
        Add(clauses, joint, sentence[from..]);
        return clauses;
    }

    private static void Add(List<Clause> clauses, string joint, string words)
    {
        // 'If you like, I cancel it': the comma ends the condition.
        if (words.Trim().Length > 0)
            clauses.Add(new Clause(joint, words.Trim()));
    }

    [GeneratedRegex(@"[,;:()\u2014\u2013\u2192]| - |\b(and|but|so|then|once|when|whenever|after|as soon as|if|unless|until|till|before|in case|whether|because|since|which|that|or|as)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}

/// <summary>One clause.</summary>
/// <param name="Joint">The word or sign before it, lower case; empty for the first.</param>
/// <param name="Words">Its words.</param>
internal sealed record Clause(string Joint, string Words)
{
    /// <summary>Whether it only says on what condition something holds.</summary>
    public bool IsCondition => Joint is "once" or "when" or "whenever" or "after" or "as soon as" or "if" or "unless" or "until" or "till" or "before" or "in case" or "whether";
}
