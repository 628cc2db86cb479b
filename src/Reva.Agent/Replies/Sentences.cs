namespace Reva.Agent.Replies;

/// <summary>Cuts text into sentences; a line of its own (a list item, a table row) is one.</summary>
public static class Sentences
{
    /// <summary>The sentences in order, trimmed, without empty ones.</summary>
    public static List<string> Of(string text)
    {
        var sentences = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var start = 0;
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] is '.' or '!' or '?' && Ends(line, i))
                {
                    Add(sentences, line[start..(i + 1)]);
                    start = i + 1;
                }
            }
            Add(sentences, line[start..]);
        }
        return sentences;
    }

    /// <summary>With a full stop where none ends it, so that a line of a list can stand among sentences.</summary>
    public static string Closed(string sentence) => sentence.Length == 0 || sentence[^1] is '.' or '!' or '?' ? sentence : sentence + ".";

    // 'e.g. wool', '2.5 kg' and 'approx. 3' are not ends.
    private static bool Ends(string line, int i) =>
        i + 1 >= line.Length || (line[i + 1] == ' ' && (i + 2 >= line.Length || char.IsUpper(line[i + 2]) || char.IsDigit(line[i + 2]) || line[i + 2] is '"' or '“' or '(')
            && !(i >= 3 && line[i - 2] == '.'));

    private static void Add(List<string> sentences, string piece)
    {
        var trimmed = piece.Trim();
        if (trimmed.Length > 1)
            sentences.Add(trimmed);
    }
}
