using Reva.Sandbox.Shopify.Schema;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>An input object, or the arguments of a field, after coercion.</summary>
internal sealed class Given(IReadOnlyDictionary<string, object?> fields)
{
    /// <summary>Whether the field was written at all, null included.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>Whether the field was written with a value.</summary>
    public bool HasValue(string name) => fields.GetValueOrDefault(name) is not null;

    public string? Text(string name) => fields.GetValueOrDefault(name) as string;

    public int Number(string name, int otherwise = 0) => fields.GetValueOrDefault(name) is long number ? (int)number : otherwise;

    public int? OptionalNumber(string name) => fields.GetValueOrDefault(name) is long number ? (int)number : null;

    public bool Flag(string name) => fields.GetValueOrDefault(name) is true;

    public decimal? Amount(string name) => fields.GetValueOrDefault(name) switch
    {
        decimal exact => exact,
        double inexact => (decimal)inexact,
        _ => null,
    };

    /// <summary>The amount of a <c>MoneyInput</c>.</summary>
    public decimal? Money(string name) => Object(name)?.Amount("amount");

    public DateTimeOffset? Date(string name) => fields.GetValueOrDefault(name) is DateTimeOffset date ? date : null;

    public Given? Object(string name) => fields.GetValueOrDefault(name) is Dictionary<string, object?> inner ? new Given(inner) : null;

    public IReadOnlyList<Given> Objects(string name) =>
        fields.GetValueOrDefault(name) is List<object?> items ? [.. items.Select(i => new Given((Dictionary<string, object?>)i!))] : [];

    public IReadOnlyList<string> Texts(string name) => fields.GetValueOrDefault(name) is List<object?> items ? [.. items.Cast<string>()] : [];

    /// <summary>The number in a global id.</summary>
    /// <exception cref="GraphQL.GraphQLException">It is no id of this type.</exception>
    public long Id(string name, string type) => Gid.Parse(type, Text(name)!);
}
