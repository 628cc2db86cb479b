using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Agent.Grounding;

/// <summary>Numbers and sums of money that a text names. Pure.</summary>
internal static partial class MoneyReader
{
    // Some languages write a space that does not break before '€' and between thousands.
    private const string Space = @"[ \u00A0\u202F]";

    private const string Amount = @"(\b[0-9]{1,3}([ \u00A0\u202F'’][0-9]{3})+([.,][0-9]{1,2})?|[0-9]+([.,][0-9]+)*)";

    /// <summary>Sums, with what was written.</summary>
    public static IEnumerable<(decimal Sum, string Written)> Sums(string text) => Sum().Matches(text).SelectMany(m => Readings(Figures(m.Value)).Select(n => (n, m.Value)));

    /// <summary>All numbers.</summary>
    public static IEnumerable<decimal> Numbers(string text) => Number().Matches(text).SelectMany(m => Readings(m.Value));

    // '1 299,00' and '1'299.00' part the thousands with what is no figure.
    private static string Figures(string sum) => string.Concat(sum.Where(c => char.IsAsciiDigit(c) || c is '.' or ','));

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

    [GeneratedRegex(@"(US\$|\$|€|£|¥|USD|EUR|GBP|CHF)" + Space + "?" + Amount + "|" + Amount + Space + @"?(US\$|\$|€|£|¥|(USD|EUR|GBP|CHF|(US-)?dollars?|d[oó]lares|dollari|euros?|pounds?|Pfund|bucks|Franken|francs)\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Sum();
}
