namespace Reva.Sandbox.Shopify.Search;

/// <summary>One condition of a search: a field (or none: all text), an operator and a value.</summary>
internal sealed record SearchTerm(string? Field, string Operator, string Value)
{
    /// <summary>Whether a text is what the term says; <c>*</c> at the end stands for anything.</summary>
    public bool Matches(string? text) => text is not null && (Value.EndsWith('*')
        ? text.StartsWith(Value[..^1], StringComparison.OrdinalIgnoreCase)
        : text.Equals(Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Compares a value with the term's by its operator.</summary>
    public bool Compares<T>(T left, T right)
        where T : IComparable<T> => Operator switch
    {
        ">" => left.CompareTo(right) > 0,
        ">=" => left.CompareTo(right) >= 0,
        "<" => left.CompareTo(right) < 0,
        "<=" => left.CompareTo(right) <= 0,
        _ => left.CompareTo(right) == 0,
    };
}

/// <summary>A parsed search: terms joined by AND (also by standing side by side), OR, NOT or <c>-</c>, with brackets.</summary>
internal abstract record SearchQuery
{
    /// <summary>Reads Shopify's search syntax, e.g. <c>name:#1001 created_at:>'2026-01-01' -status:closed</c>.</summary>
    public static SearchQuery Parse(string? text) => new SearchParser(text ?? "").Query();

    public abstract bool Holds(Func<SearchTerm, bool> test);

    public abstract IEnumerable<SearchTerm> Terms { get; }

    internal sealed record Term(SearchTerm Of) : SearchQuery
    {
        public override IEnumerable<SearchTerm> Terms => [Of];
        public override bool Holds(Func<SearchTerm, bool> test) => test(Of);
    }

    internal sealed record All(IReadOnlyList<SearchQuery> Parts) : SearchQuery
    {
        public override IEnumerable<SearchTerm> Terms => Parts.SelectMany(p => p.Terms);
        public override bool Holds(Func<SearchTerm, bool> test) => Parts.All(p => p.Holds(test));
    }

    internal sealed record Any(IReadOnlyList<SearchQuery> Parts) : SearchQuery
    {
        public override IEnumerable<SearchTerm> Terms => Parts.SelectMany(p => p.Terms);
        public override bool Holds(Func<SearchTerm, bool> test) => Parts.Any(p => p.Holds(test));
    }

    internal sealed record Not(SearchQuery Part) : SearchQuery
    {
        public override IEnumerable<SearchTerm> Terms => Part.Terms;
        public override bool Holds(Func<SearchTerm, bool> test) => !Part.Holds(test);
    }
}
