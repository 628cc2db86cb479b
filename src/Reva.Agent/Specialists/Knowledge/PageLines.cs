namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Lines of pages as they are quoted: a table's row reads as words, a list's item stays one.</summary>
internal static class PageLines
{
    private const string Column = " | ";

    public static bool IsList(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.Contains(Column, StringComparison.Ordinal);

    /// <summary>Whether a line names the columns of a table instead of saying something.</summary>
    public static bool IsTableHead(IReadOnlyList<Replies.PickedSentence> lines, Replies.PickedSentence line) =>
        line.Text.Contains(Column, StringComparison.Ordinal) && !line.Text.Any(char.IsAsciiDigit) && !lines.Any(l => l.Index == line.Index - 1 && l.Text.Contains(Column, StringComparison.Ordinal));

    /// <summary>'Canada Standard | Canada | 5–9 days | $14.95' → '**Canada Standard**: Canada, 5–9 days, $14.95'.</summary>
    public static string AsText(string line)
    {
        if (!line.Contains(Column, StringComparison.Ordinal))
            return line;
        var cells = line.Split(Column, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cells.Length < 2 ? string.Concat(cells) : $"- **{cells[0]}**: {string.Join(", ", cells.Skip(1))}";
    }
}
