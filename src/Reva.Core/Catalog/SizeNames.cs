using System.Text.RegularExpressions;

namespace Reva.Core.Catalog;

/// <summary>Sizes in one spelling: <c>medium</c>, <c>Med.</c> and <c>M</c> are the same; numbers stay numbers.</summary>
public static partial class SizeNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["extrasmall"] = "XS", ["xsmall"] = "XS", ["small"] = "S", ["sm"] = "S", ["medium"] = "M", ["med"] = "M", ["large"] = "L", ["lg"] = "L", ["lrg"] = "L",
        ["extralarge"] = "XL", ["xlarge"] = "XL", ["xlg"] = "XL", ["xxlarge"] = "XXL", ["2xl"] = "XXL", ["2x"] = "XXL", ["doublexl"] = "XXL", ["extraextralarge"] = "XXL",
        ["3xl"] = "XXXL", ["3x"] = "XXXL", ["xxxlarge"] = "XXXL", ["xxsmall"] = "XXS", ["2xs"] = "XXS",
        ["onesize"] = OneSize, ["os"] = OneSize, ["osfa"] = OneSize, ["onesizefitsall"] = OneSize, ["universal"] = OneSize,
    };

    /// <summary>The size that fits everybody.</summary>
    public const string OneSize = "ONE SIZE";

    /// <summary>The common spelling of a size; upper case, without spaces, dots and dashes where letters meet.</summary>
    public static string Normalize(string size)
    {
        var key = Noise().Replace(size.ToLowerInvariant(), "");
        if (key.StartsWith("size", StringComparison.Ordinal) && key.Length > 4)
            key = key[4..];
        return Known.TryGetValue(key, out var known) ? known : key.ToUpperInvariant();
    }

    /// <summary>Whether a variant of size <paramref name="offered"/> is what somebody of size <paramref name="wish"/> can take.</summary>
    public static bool Matches(string wish, string offered) => Normalize(offered) is var size && (size == OneSize || size == Normalize(wish));

    [GeneratedRegex(@"[\s\.\-_/]+", RegexOptions.NonBacktracking)]
    private static partial Regex Noise();
}
