using System.Globalization;
using System.Text;

namespace Reva.Sandbox.GraphQL;

/// <summary>Marks a page, so that its cost can be counted.</summary>
internal interface IPage
{
    /// <summary>Nodes on the page.</summary>
    int Count { get; }
}

/// <summary>Marks what stands between a page and its nodes.</summary>
internal interface IEdge;

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

internal sealed record Edge<T>(string Cursor, T Node) : IEdge;

internal sealed record Page<T>(IReadOnlyList<Edge<T>> Edges, PageInfo Info) : IPage
{
    public int Count => Edges.Count;
}

/// <summary>
/// Rows in the order of their keys (compared ordinally, unique). A cursor holds the key of its row, not a position,
/// so that a walk meets every row once even when others come or go between two pages.
/// </summary>
internal sealed class Rows<T>
{
    private readonly List<(string Key, T Row)> _rows;
    private readonly bool _reverse;

    public Rows(IEnumerable<T> rows, Func<T, string> key, bool reverse = false)
    {
        _reverse = reverse;
        _rows = [.. rows.Select(r => (key(r), r))];
        _rows.Sort((a, b) => Compare(a.Item1, b.Item1));
    }

    private Rows(List<(string, T)> sorted) => _rows = sorted;

    /// <summary>Rows in the order in which they came.</summary>
    public static Rows<T> InOrder(IEnumerable<T> rows) =>
        new([.. rows.Select((row, i) => (i.ToString("D8", CultureInfo.InvariantCulture), row))]);

    /// <exception cref="GraphQLException">Neither or both of first and last, one outside 1–250, or a cursor that is none.</exception>
    public Page<T> Cut(FieldCall call)
    {
        var first = call.Get<object>("first") as long?;
        var last = call.Get<object>("last") as long?;
        if (first is null == last is null)
            throw Bad(first is null ? "you must provide one of first or last" : "providing both first and last is not supported");
        if ((first ?? last) is < 0 or > 250)
            throw Bad($"{(first is null ? "last" : "first")} must be between 0 and 250");
        var after = call.Get<string>("after") is { } a ? Decode(a) : null;
        var before = call.Get<string>("before") is { } b ? Decode(b) : null;
        var start = after is null ? 0 : PositionOf(after, afterEqual: true);
        var end = before is null ? _rows.Count : PositionOf(before, afterEqual: false);
        var from = last is null ? start : Math.Max(start, end - (int)last);
        var to = first is null ? end : Math.Min(end, start + (int)first);
        var edges = _rows.Take(to).Skip(from).Select(r => new Edge<T>(Encode(r.Key), r.Row)).ToList();
        return new Page<T>(edges, new PageInfo(to < _rows.Count, from > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    private int Compare(string a, string b) => _reverse ? string.CompareOrdinal(b, a) : string.CompareOrdinal(a, b);

    private int PositionOf(string key, bool afterEqual)
    {
        int low = 0, high = _rows.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(_rows[middle].Key, key);
            if (order < 0 || (order == 0 && afterEqual))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes("k:" + key));

    private static string Decode(string cursor)
    {
        var bytes = new byte[cursor.Length];
        if (Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is ['k', ':', .. var key])
            return key;
        throw Bad($"Invalid cursor for current pagination sort: {cursor}");
    }

    private static GraphQLException Bad(string message) => new(GraphQLError.Coded("BAD_REQUEST", message, null));
}

/// <summary>Makes connection fields: <c>edges</c>, <c>nodes</c>, <c>pageInfo</c>, and the four paging arguments.</summary>
internal static class Connection
{
    public static readonly ObjectType<PageInfo> PageInfoType = new ObjectType<PageInfo>("PageInfo")
        .Add("hasNextPage", Scalars.Boolean.Required, p => p.HasNextPage)
        .Add("hasPreviousPage", Scalars.Boolean.Required, p => p.HasPreviousPage)
        .Add("startCursor", Scalars.String.Nullable, p => p.StartCursor)
        .Add("endCursor", Scalars.String.Nullable, p => p.EndCursor);

    private static readonly Argument[] Paging =
    [
        new("first", Scalars.Int.Nullable), new("after", Scalars.String.Nullable),
        new("last", Scalars.Int.Nullable), new("before", Scalars.String.Nullable),
        new("reverse", Scalars.Boolean.Nullable, Default: false),
    ];

    public static ObjectType<Page<T>> TypeOf<T>(GraphType node)
    {
        var edge = new ObjectType<Edge<T>>(node.Name + "Edge")
            .Add("cursor", Scalars.String.Required, e => e.Cursor)
            .Add("node", node.Required, e => e.Node);
        return new ObjectType<Page<T>>(node.Name + "Connection")
            .Add("edges", edge.RequiredList, p => p.Edges)
            .Add("nodes", node.RequiredList, p => p.Edges.Select(e => e.Node))
            .Add("pageInfo", PageInfoType.Required, p => p.Info);
    }

    /// <summary>A field that pages through rows.</summary>
    public static Field Field<TParent, T>(string name, ObjectType<Page<T>> type, Func<TParent, FieldCall, Rows<T>> rows, params Argument[] more) =>
        new(name, type.Required, [.. Paging, .. more], (parent, call) => rows((TParent)parent, call).Cut(call)) { IsConnection = true };
}
