namespace Reva.Agent.Replies;

/// <summary>Rows of tables as pages' texts hold them, a line each, cells apart by <c> | </c>.</summary>
internal static class TableRows
{
    private const string Column = " | ";

    public static bool IsRow(string line) => line.Contains(Column, StringComparison.Ordinal);

    /// <summary>Whether a line may name the columns of a table instead of saying something.</summary>
    public static bool IsHead(string line) => IsRow(line) && !Cells(line).Any(IsFigure);

    /// <summary>Whether a cell begins with a number ('8–10', '$38') and so needs its column's name.</summary>
    public static bool IsFigure(string cell) => cell.TrimStart('$', '€', '£', ' ') is [>= '0' and <= '9', ..];

    /// <summary>The cells, trimmed.</summary>
    public static string[] Cells(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    /// <summary>The names of the columns for each row of a text's tables.</summary>
    public static Dictionary<string, string[]> HeadsOf(string text)
    {
        var heads = new Dictionary<string, string[]>(StringComparer.Ordinal);
        string[]? head = null;
        var inTable = false;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsRow(line))
                (head, inTable) = (null, false);
            else if (!inTable)
                (head, inTable) = (IsHead(line) ? Cells(line) : null, true);
            else if (head is not null)
                heads[line] = head;
        }
        return heads;
    }
}
