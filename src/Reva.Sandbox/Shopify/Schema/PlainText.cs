using System.Net;
using System.Text.RegularExpressions;

namespace Reva.Sandbox.Shopify.Schema;

/// <summary>Text without markup, as <c>description</c> and <c>bodySummary</c> give it.</summary>
internal static partial class PlainText
{
    /// <param name="html">Any HTML.</param>
    /// <param name="most">Longest length in characters; null for all.</param>
    public static string Of(string html, int? most = null)
    {
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ").Trim();
        return most is { } length && text.Length > length ? text[..Math.Max(0, length - 3)] + "..." : text;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
