namespace Reva.Agent.Understanding.Extraction;

/// <summary>Plurals and typing mistakes.</summary>
internal static class WordForms
{
    /// <summary>'jackets' → 'jacket', 'knives' → 'knife', 'glasses' → 'glass'.</summary>
    public static string Singular(string word) => word switch
    {
        "knives" => "knife",
        "shelves" => "shelf",
        "scarves" => "scarf",
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal)
            || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
        { Length: > 3 } when word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };

    /// <summary>A phrase with its last word in the singular.</summary>
    public static string SingularPhrase(string phrase)
    {
        var space = phrase.LastIndexOf(' ');
        return space < 0 ? Singular(phrase) : string.Concat(phrase.AsSpan(0, space + 1), Singular(phrase[(space + 1)..]));
    }

    /// <summary>Whether two words differ by one slip of the finger (two in long words): a letter left out, added, wrong, or two swapped.</summary>
    public static bool IsSlipOf(string written, string meant)
    {
        var allowed = meant.Length switch { < 5 => 0, < 8 => 1, _ => 2 };
        return Math.Abs(written.Length - meant.Length) <= allowed && Distance(written, meant, allowed) <= allowed;
    }

    private static int Distance(string a, string b, int allowed)
    {
        Span<int> beforeLast = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                now[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > allowed)
                return least;
            var spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return last[b.Length];
    }
}
