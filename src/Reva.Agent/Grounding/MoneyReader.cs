using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Numbers and sums of money that a text names. Pure.</summary>
internal static partial class MoneyReader
{
    /// <summary>Sums, with what was written.</summary>
    public static IEnumerable<(decimal Sum, string Written)> Sums(string text) => Sum().Matches(text).SelectMany(m => Numbers(m.Value).Select(n => (n, m.Value)));

    /// <summary>All numbers.</summary>
    public static IEnumerable<decimal> Numbers(string text) => Number().Matches(text).SelectMany(m => Readings(m.Value));

    // '1.299,00' and '1,299.00' are one sum; which of the two signs ends the whole part is told by what follows the last.
    private static IEnumerable<decimal> Readings(string written)
    {
        var last = written.LastIndexOfAny(['.', ',']);
        var whole = last >= 0 && written.Length - last - 1 != 3 ? written[..last] : written;
        var rest = whole.Length < written.Length ? "." + written[(last + 1)..] : "";
        var plain = whole.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + rest;
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? [number] : [];
    }

    [GeneratedRegex(@"[0-9]+([.,][0-9]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"(US\$|\$|€|£|¥|USD|EUR|GBP|CHF) ?[0-9]+([.,][0-9]+)*|[0-9]+([.,][0-9]+)* ?(\$|€|£|¥|(USD|EUR|GBP|CHF|dollars?|euros?|pounds?|bucks)\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Sum();
}
