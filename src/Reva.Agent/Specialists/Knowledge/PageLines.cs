namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Lines of pages as they are quoted: a table's row reads as words, a list's item stays one.</summary>
internal static class PageLines
{
    private const string Column = " | ";

    public static bool IsList(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.Contains(Column, StringComparison.Ordinal);

    /// <summary>'Canada Standard | Canada | 5–9 days | $14.95' → '**Canada Standard**: Canada, 5–9 days, $14.95'.</summary>
    public static string AsText(string line)
    {
        if (!line.Contains(Column, StringComparison.Ordinal))
            return line;
        var cells = line.Split(Column, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cells.Length < 2 ? string.Concat(cells) : $"- **{cells[0]}**: {string.Join(", ", cells.Skip(1))}";
    }
}
