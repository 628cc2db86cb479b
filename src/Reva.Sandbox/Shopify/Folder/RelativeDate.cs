using System.Globalization;
using System.Text.RegularExpressions;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Dates of a folder: ISO 8601, or an offset from the base date such as <c>-3d</c>, <c>+2d</c>, <c>-1d6h</c>.</summary>
internal static partial class RelativeDate
{
    /// <returns>The moment, or null when the text is no date.</returns>
    public static DateTimeOffset? Resolve(string text, DateTimeOffset baseDate)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var iso) ? iso : null;
        var offset = TimeSpan.Zero;
        for (var i = 0; i < match.Groups["n"].Captures.Count; i++)
            offset += Unit(match.Groups["u"].Captures[i].Value) * int.Parse(match.Groups["n"].Captures[i].ValueSpan, CultureInfo.InvariantCulture);
        return text[0] == '-' ? baseDate - offset : baseDate + offset;
    }

    private static TimeSpan Unit(string letter) => letter switch
    {
        "w" => TimeSpan.FromDays(7),
        "d" => TimeSpan.FromDays(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromMinutes(1),
    };

    [GeneratedRegex(@"^[+-]((?<n>\d{1,6})(?<u>[wdhm]))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
