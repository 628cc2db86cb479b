namespace Reva.Agent.Replies;

/// <summary>Lists as people say them.</summary>
public static class ListText
{
    /// <summary>'a', 'a and b', 'a, b and c'; past <paramref name="most"/> 'a, b, c and 4 more'.</summary>
    public static string Join(IReadOnlyList<string> items, string last = "and", int most = 6)
    {
        if (items.Count > most)
            return $"{string.Join(", ", items.Take(most))} {last} {items.Count - most} more";
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}",
        };
    }
}
