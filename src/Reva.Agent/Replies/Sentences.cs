namespace Reva.Agent.Replies;

/// <summary>A sentence of a page, as written.</summary>
/// <param name="Lead">What its paragraph names at its beginning ('Cookies.'), or the names of its table's columns; empty where neither is.</param>
/// <param name="Paragraph">The line it stands in.</param>
public readonly record struct LedSentence(string Text, string Lead, string Paragraph);

/// <summary>Cuts text into sentences; a line of its own (a list item, a table row) is one.</summary>
public static class Sentences
{
    private const int MostWordsOfLead = 5;

    /// <summary>The sentences in order, trimmed, without empty ones.</summary>
    public static List<string> Of(string text) => [.. Led(text).Select(s => s.Text)];

    /// <summary>The sentences with what their paragraphs begin with; a lead stays with the first sentence after it.</summary>
    public static List<LedSentence> Led(string text)
    {
        var sentences = new List<LedSentence>();
        var heads = TableRows.HeadsOf(text);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (TableRows.IsRow(line))
            {
                sentences.Add(new LedSentence(line, heads.TryGetValue(line, out var head) ? string.Join(", ", head) : "", line));
                continue;
            }
            var pieces = Pieces(line);
            var lead = pieces.Count > 1 && pieces[0][^1] is '.' or ':' && pieces[0].Count(c => c == ' ') < MostWordsOfLead ? pieces[0] : "";
            if (lead.Length > 0)
            {
                sentences.Add(new LedSentence($"{lead} {pieces[1]}", lead, line));
                pieces.RemoveRange(0, 2);
            }
            else if (pieces.Count > 0)
                lead = NamedBefore(pieces[0]);
            sentences.AddRange(pieces.Select(p => new LedSentence(p, lead, line)));
        }
        return sentences;
    }

    /// <summary>With a full stop where none ends it, so that a line of a list can stand among sentences.</summary>
    public static string Closed(string sentence) => sentence.Length == 0 || sentence[^1] is '.' or '!' or '?' ? sentence : sentence + ".";

    // 'Cast iron: hot water, brush …'
    private static string NamedBefore(string sentence)
    {
        var end = sentence.IndexOf(": ", StringComparison.Ordinal);
        return end > 0 && sentence.AsSpan(0, end).Count(' ') < MostWordsOfLead ? sentence[..end] : "";
    }

    private static List<string> Pieces(string line)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '.' or '!' or '?' && Ends(line, i))
            {
                Add(pieces, line[start..(i + 1)]);
                start = i + 1;
            }
        }
        Add(pieces, line[start..]);
        return pieces;
    }

    // 'e.g. wool', '2.5 kg' and 'approx. 3' are not ends.
    private static bool Ends(string line, int i) =>
        i + 1 >= line.Length || (line[i + 1] == ' ' && (i + 2 >= line.Length || char.IsUpper(line[i + 2]) || char.IsDigit(line[i + 2]) || line[i + 2] is '"' or '“' or '(')
            && !(i >= 3 && line[i - 2] == '.'));

    private static void Add(List<string> pieces, string piece)
    {
        var trimmed = piece.Trim();
        if (trimmed.Length > 1)
            pieces.Add(trimmed);
    }
}
