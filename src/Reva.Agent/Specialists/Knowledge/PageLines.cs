using Reva.Agent.Replies;

namespace Reva.Agent.Specialists.Knowledge;

/// <summary>Lines of pages as they are quoted: a table's row reads as words, a list's item stays one.</summary>
internal static class PageLines
{
    public static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    public static bool IsList(string line) => IsItem(line) || TableRows.IsRow(line);

    /// <summary>Whether a line names the columns of a table instead of saying something.</summary>
    public static bool IsTableHead(IReadOnlyList<PickedSentence> lines, PickedSentence line) =>
        TableRows.IsHead(line.Text) && !lines.Any(l => l.Index == line.Index - 1 && TableRows.IsRow(l.Text));

    /// <summary>'Canada | 5–9 days | $14.95' → '**Canada**: 5–9 days, $14.95'; 'M | 8–10 | 90 cm' under 'Size | US | Bust' → '**M**: US 8–10, Bust 90 cm'.</summary>
    public static string AsText(string line, string[]? head = null)
    {
        if (!TableRows.IsRow(line))
            return line;
        var cells = TableRows.Cells(line);
        if (cells.Count(c => c.Length > 0) < 2)
            return string.Concat(cells);
        var told = cells.Skip(1).Select((cell, i) => (Cell: cell, Name: head?.Length == cells.Length && IsBare(cell) ? head[i + 1] : "")).Where(c => c.Cell.Length > 0 && c.Cell is not ("–" or "-"));
        return $"- **{cells[0]}**: {string.Join(", ", told.Select(c => c.Name.Length > 0 ? $"{c.Name} {c.Cell}" : c.Cell))}";
    }

    // '$38' and '15 business days' say what they are.
    private static bool IsBare(string cell) => cell is [>= '0' and <= '9', ..] && !cell.Contains(" day", StringComparison.OrdinalIgnoreCase);
}
