using System.Globalization;
using System.Text.Json.Nodes;

namespace Reva.Sandbox.GraphQL;

/// <summary>A named type of a schema.</summary>
internal abstract class GraphType(string name)
{
    public string Name { get; } = name;

    public TypeUse Nullable => new(this);
    public TypeUse Required => new(this, IsRequired: true);
    public TypeUse List => new(this, IsList: true);
    public TypeUse RequiredList => new(this, IsList: true, IsRequired: true);

    /// <summary>Whether a selection must follow a field of this type.</summary>
    public virtual bool HasFields => false;
}

/// <summary>A type as a field or argument uses it. Items of a list are never null.</summary>
internal sealed record TypeUse(GraphType Type, bool IsList = false, bool IsRequired = false)
{
    public override string ToString() => (IsList ? $"[{Type.Name}!]" : Type.Name) + (IsRequired ? "!" : "");
}

/// <summary>A leaf: <paramref name="accepts"/> tells what a literal or a variable may be, <paramref name="write"/> what goes out.</summary>
internal sealed class ScalarType(string name, Func<object, object?> accepts, Func<object, JsonNode> write) : GraphType(name)
{
    /// <summary>The value for an argument, or null when it does not fit.</summary>
    public object? Accept(object value) => accepts(value);

    public JsonNode Write(object value) => write(value);
}

/// <summary>Names in capitals; one whose values are not listed (countries, currencies) takes any such name.</summary>
internal sealed class EnumType(string name, params string[] values) : GraphType(name)
{
    public bool Accepts(string value) =>
        values.Length == 0 ? value.Length > 0 && value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') : values.Contains(value);
}

/// <summary>An object that a client may send.</summary>
internal sealed class InputType(string name, params Argument[] fields) : GraphType(name)
{
    public IReadOnlyList<Argument> Fields => fields;
}

internal sealed record Argument(string Name, TypeUse Type, object? Default = null);

/// <summary>The scalars that the Admin API uses.</summary>
internal static class Scalars
{
    public static readonly ScalarType String = new("String", v => v as string, v => (string)v);
    public static readonly ScalarType Id = new("ID", v => v is string or long ? Convert.ToString(v, CultureInfo.InvariantCulture) : null, v => (string)v);
    public static readonly ScalarType Int = new("Int", v => v is long and >= int.MinValue and <= int.MaxValue ? v : null, v => Convert.ToInt32(v, CultureInfo.InvariantCulture));
    public static readonly ScalarType Float = new("Float", v => v is long or double ? Convert.ToDouble(v, CultureInfo.InvariantCulture) : null, v => Convert.ToDouble(v, CultureInfo.InvariantCulture));
    public static readonly ScalarType Boolean = new("Boolean", v => v as bool?, v => (bool)v);
    public static readonly ScalarType BigInt = new("UnsignedInt64", v => v as string, v => Convert.ToString(v, CultureInfo.InvariantCulture)!);
    public static readonly ScalarType Url = Text("URL");
    public static readonly ScalarType Html = Text("HTML");
    public static readonly ScalarType FormattedString = Text("FormattedString");

    /// <summary>A price of a variant: always two decimals.</summary>
    public static readonly ScalarType Money = new("Money", v => Amount(v), v => ((decimal)v).ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>An amount beside its currency: at least one decimal.</summary>
    public static readonly ScalarType Decimal = new("Decimal", v => Amount(v), v => ((decimal)v).ToString("0.0#", CultureInfo.InvariantCulture));

    public static readonly ScalarType DateTime = new(
        "DateTime",
        v => v is string s && DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null,
        v => ((DateTimeOffset)v).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static ScalarType Text(string name) => new(name, v => v as string, v => (string)v);

    private static object? Amount(object value) => value switch
    {
        string s when decimal.TryParse(s, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) => amount,
        long n => (decimal)n,
        double d => (decimal)d,
        _ => null,
    };
}
