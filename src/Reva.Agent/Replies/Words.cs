namespace Reva.Agent.Replies;

/// <summary>The telling words of a text: lower case, singular, without the small words every sentence has.</summary>
public static class Words
{
    private static readonly HashSet<string> Small = [.. """
        a an the and or but if then is are was were be been am do does did done can could would should will shall may might must have has had having
        i me my mine you your yours we us our it its they them their he she his her this that these those there here what which who whom whose when where why how
        to of in on at for from with by as about into over under than so too very just also not no yes any some all more most much many get got give tell let know want need like please
        im ive id dont doesnt isnt cant s t m d re ve ll up out off one ones
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The words, each once.</summary>
    public static HashSet<string> Of(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                var written = text[start..i].ToLowerInvariant();
                var word = Stem(written);
                if (word.Length > 1 && !Small.Contains(written) && !Small.Contains(word))
                    words.Add(word);
                start = -1;
                // '15% off' is about a share, though it has no word for it.
                if (i < text.Length && text[i] == '%')
                    words.Add("percent");
            }
        }
        return words;
    }

    /// <summary>A word without the endings that do not change what it is about.</summary>
    public static string Stem(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => Single(word[..^3]),
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) => word[..^2],
        { Length: > 4 } when word.EndsWith("able", StringComparison.Ordinal) => word[..^4],
        { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => Single(word[..^2]),
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    // 'Shipping' and 'shipped' are about 'ship'.
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is 'b' or 'd' or 'g' or 'm' or 'n' or 'p' or 't' ? stem[..^1] : stem;
}
