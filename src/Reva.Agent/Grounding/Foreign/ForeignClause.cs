using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding.Foreign;

/// <summary>How a clause joins the one before.</summary>
internal enum Joint
{
    /// <summary>By a sign, or not at all.</summary>
    Sign,
    And,
    That,
    If,
}

/// <summary>One clause of a sentence in a language other than English.</summary>
/// <param name="Joint">How it joins the one before.</param>
/// <param name="Words">Its words, lower case, without adverbs.</param>
/// <param name="Text">As written.</param>
internal sealed partial record ForeignClause(Joint Joint, IReadOnlyList<string> Words, string Text)
{
    /// <summary>The clauses of a sentence.</summary>
    public static List<ForeignClause> Of(string sentence, DeedLanguage language)
    {
        var tokens = Tokens().Matches(sentence);
        var words = WordsOf(sentence);
        var clauses = new List<ForeignClause>();
        var (from, joint) = (0, Joint.Sign);
        for (var i = 0; i <= words.Length;)
        {
            var signs = i == words.Length || IsSign(words[i]);
            var cut = signs ? 1 : language.Cuts.LengthAt(words, i);
            if (cut > 0 && i > from)
                clauses.Add(new ForeignClause(joint, Kept(words[from..i], language), sentence[tokens[from].Index..(tokens[i - 1].Index + tokens[i - 1].Length)]));
            if (cut > 0)
                (from, joint) = (i + cut, signs ? Joint.Sign : language.Cuts.At(words, i, cut)[0]);
            i += Math.Max(1, cut);
        }
        return clauses;
    }

    /// <summary>The words and signs of a sentence, lower case.</summary>
    public static string[] WordsOf(string sentence) => [.. Tokens().Matches(sentence).Select(t => t.Value.ToLowerInvariant())];

    private static bool IsSign(string token) => !token.Any(char.IsLetterOrDigit);

    private static List<string> Kept(string[] words, DeedLanguage language)
    {
        var kept = new List<string>(words.Length);
        for (var i = 0; i < words.Length;)
        {
            var passed = language.Adverbs.LengthAt(words, i);
            if (passed == 0)
                kept.Add(words[i]);
            i += Math.Max(1, passed);
        }
        return kept;
    }

    // A comma within a number is no sign.
    [GeneratedRegex(@"#?[\p{L}\p{N}]+°?(-[\p{L}\p{N}]+)*|[;:()¿?¡!\u2014\u2013\u2192]|,\s|\s-\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
