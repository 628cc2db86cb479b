using System.Text;
using System.Text.RegularExpressions;

namespace Reva.Core.Catalog;

/// <summary>Sizes in one spelling: <c>medium</c>, <c>Med.</c> and <c>M</c> are the same, and so are <c>1.5 liters</c> and <c>1.5L</c>; numbers stay numbers.</summary>
public static partial class SizeNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["extrasmall"] = "XS", ["xsmall"] = "XS", ["small"] = "S", ["sm"] = "S", ["medium"] = "M", ["med"] = "M", ["large"] = "L", ["lg"] = "L", ["lrg"] = "L",
        ["extralarge"] = "XL", ["xlarge"] = "XL", ["xlg"] = "XL", ["xxlarge"] = "XXL", ["2xl"] = "XXL", ["2x"] = "XXL", ["doublexl"] = "XXL", ["extraextralarge"] = "XXL",
        ["3xl"] = "XXXL", ["3x"] = "XXXL", ["xxxlarge"] = "XXXL", ["xxsmall"] = "XXS", ["2xs"] = "XXS",
        ["onesize"] = OneSize, ["os"] = OneSize, ["osfa"] = OneSize, ["onesizefitsall"] = OneSize, ["universal"] = OneSize,
    };

    private static readonly Dictionary<string, string> Units = UnitNames(
        "l liter liters litre litres ltr", "ml milliliter milliliters millilitre millilitres", "g gram grams gr", "kg kilo kilos kilogram kilograms", "oz ounce ounces", "lb lbs pound pounds",
        "in inch inches \"", "ft foot feet '", "mm millimeter millimeters millimetre millimetres", "cm centimeter centimeters centimetre centimetres", "m meter meters metre metres",
        "mb megabyte megabytes", "gb gigabyte gigabytes", "tb terabyte terabytes", "mp megapixel megapixels", "w watt watts", "mah", "lm lumen lumens",
        "person persons people man", "pack packs pk", "piece pieces pc pcs", "cup cups", "yr year years", "mo month months");

    /// <summary>The size that fits everybody.</summary>
    public const string OneSize = "ONE SIZE";

    /// <summary>The common spelling of a size; upper case, without spaces, dots and dashes where letters meet.</summary>
    public static string Normalize(string size)
    {
        ArgumentNullException.ThrowIfNull(size);
        var key = Bare(size);
        if (key.StartsWith("size", StringComparison.Ordinal) && key.Length > 4)
            key = key[4..];
        if (Known.TryGetValue(key, out var known))
            return known;
        return Measure().Match(key) is { Success: true } measure && Units.TryGetValue(measure.Groups["unit"].Value, out var unit)
            ? measure.Groups["number"].Value + unit.ToUpperInvariant()
            : key.ToUpperInvariant();
    }

    /// <summary>Whether a variant of size <paramref name="offered"/> is what somebody of size <paramref name="wish"/> can take.</summary>
    public static bool Matches(string wish, string offered) =>
        (Normalize(offered) is var size && (size == OneSize || size == Normalize(wish))) || IsOfAge(wish, offered) || (Explained(offered) is { } plain && Matches(wish, plain));

    // 'L (US 11–13)' is L, told more closely.
    private static string? Explained(string offered) => offered.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && offered[..bracket].Trim() is { Length: > 0 } plain ? plain : null;

    // '8-9' and '8 years' fit '8–9 years'.
    private static bool IsOfAge(string wish, string offered)
    {
        if (Ages().Match(offered) is not { Success: true } of || of.Groups["unit"].Length == 0 || Ages().Match(wish) is not { Success: true } wished)
            return false;
        var (from, to) = (of.Groups["from"].Value, of.Groups["to"].Value);
        if (wished.Groups["to"].Success)
            return (wished.Groups["from"].Value, wished.Groups["to"].Value) == (from, to);
        return wished.Groups["unit"].Length > 0 && wished.Groups["from"].Value is var age && (age == from || age == to);
    }

    [GeneratedRegex(@"^\s*(?<from>\d{1,2})(\s*[–-]\s*(?<to>\d{1,2}))?\s*(?<unit>(years?|yrs?|y|yo)?)\s*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Ages();

    // A point between digits is part of the number: 10.5 is not 105.
    private static string Bare(string size)
    {
        var bare = new StringBuilder(size.Length);
        for (var i = 0; i < size.Length; i++)
        {
            if (size[i] is '.' or ',')
                bare.Append(i > 0 && i + 1 < size.Length && char.IsAsciiDigit(size[i - 1]) && char.IsAsciiDigit(size[i + 1]) ? "." : "");
            else if (!char.IsWhiteSpace(size[i]) && size[i] is not ('-' or '_' or '/'))
                bare.Append(char.ToLowerInvariant(size[i]));
        }
        return bare.ToString();
    }

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)(?<unit>\D+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Measure();

    private static Dictionary<string, string> UnitNames(params string[] units) => units.Select(u => u.Split(' '))
        .SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0]))).ToDictionary(StringComparer.Ordinal);
}
