namespace Reva.Core.Search;

/// <summary>How many keystrokes lie between two words: letters left out, added, replaced, or swapped with their neighbour.</summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is larger. Words longer than 64 letters are never near.</summary>
    public static int Within(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > 64 || right.Length > 64)
            return limit + 1;
        Span<int> before = stackalloc int[66], last = stackalloc int[66], row = stackalloc int[66];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > limit)
                return limit + 1;
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        return Math.Min(last[right.Length], limit + 1);
    }
}
