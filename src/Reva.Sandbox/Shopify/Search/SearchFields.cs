using System.Globalization;
using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Search;

/// <summary>What a kind of row can be searched by. A field that is not known narrows nothing and is answered with a warning.</summary>
/// <param name="type">The GraphQL connection that the warning names.</param>
/// <param name="text">What a term without a field looks through.</param>
internal sealed class SearchFields<T>(string type, Func<T, IEnumerable<string?>> text)
{
    private readonly Dictionary<string, Func<T, SearchTerm, bool>> _fields = [];

    /// <summary>A field with one value or several; the term must equal one of them.</summary>
    public SearchFields<T> Text(string name, Func<T, IEnumerable<string?>> values) => Add(name, (row, term) => values(row).Any(term.Matches));

    public SearchFields<T> Date(string name, Func<T, DateTimeOffset?> value) => Add(name, (row, term) =>
        value(row) is { } date && DateTimeOffset.TryParse(term.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other)
        && term.Compares(date, other));

    public SearchFields<T> Number(string name, Func<T, IEnumerable<decimal>> values) => Add(name, (row, term) =>
        decimal.TryParse(term.Value[(term.Value.LastIndexOf('/') + 1)..], NumberStyles.Number, CultureInfo.InvariantCulture, out var other)
        && values(row).Any(v => term.Compares(v, other)));

    /// <summary>The rows that a query lets through.</summary>
    public IEnumerable<T> Filter(IEnumerable<T> rows, FieldCall call)
    {
        var written = call.Get<string>("query");
        if (string.IsNullOrWhiteSpace(written))
            return rows;
        var query = SearchQuery.Parse(written);
        var unknown = query.Terms.Where(t => t.Field is not null && !_fields.ContainsKey(t.Field)).Select(t => t.Field).Distinct().ToList();
        if (unknown.Count > 0)
            call.Warnings.Add(new
            {
                path = new[] { type },
                query = written,
                warnings = unknown.Select(f => new { field = f, message = "Invalid search field for this query.", code = "invalid_field" }),
            });
        return rows.Where(row => query.Holds(term => Test(row, term)));
    }

    private SearchFields<T> Add(string name, Func<T, SearchTerm, bool> test)
    {
        _fields.Add(name, test);
        return this;
    }

    private bool Test(T row, SearchTerm term)
    {
        if (term.Field is null)
            return text(row).Any(t => t?.Contains(term.Value.TrimEnd('*'), StringComparison.OrdinalIgnoreCase) == true);
        return !_fields.TryGetValue(term.Field, out var test) || test(row, term);
    }
}
