using System.Net;
using System.Text.RegularExpressions;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>Help pages and policies.</summary>
internal static partial class TextPage
{
    public static IResult ShowPage(Visit visit, string handle) => visit.Pages.FirstOrDefault(p => p.Handle == handle) is { } page
        ? Show(visit, page.Title, page.Body)
        : Layout.NotFound(visit, "help page");

    public static IResult ShowPolicy(Visit visit, string handle) => visit.Store.Policies.ByHandle(handle) is { } policy
        ? Show(visit, policy.Title, policy.Body)
        : Layout.NotFound(visit, "policy");

    public static IResult ShowIndex(Visit visit) => Layout.Page(visit, "Help", Html.Of($"""
        <div class="wrap"><div class="banner"><h1>How can we help?</h1><p>Ask in the corner below, or find it here.</p></div>
        <ul class="topics">{visit.Pages.OrderBy(p => p.Title, StringComparer.Ordinal).Select(p => Html.Of($"""<li><a href="/pages/{p.Handle}"><strong>{p.Title}</strong><span>{FirstSentence(p.Body)}</span></a></li>"""))}</ul></div>
        """));

    /// <summary>The first sentence of a text with markup, without the markup.</summary>
    public static string FirstSentence(string body)
    {
        var text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(FirstParagraph().Match(body) is { Success: true } first ? first.Value : body, " ")), " ").Trim();
        var end = SentenceEnd().Match(text);
        return end.Success ? text[..(end.Index + 1)] : text.Length > 160 ? text[..157] + "…" : text;
    }

    private static IResult Show(Visit visit, string title, string body) => Layout.Page(visit, title, Html.Of($"""
        <div class="wrap narrow"><nav class="crumbs" aria-label="Where you are"><a href="/">Home</a> <span aria-hidden="true">/</span> <a href="/pages">Help</a></nav>
        <article class="prose"><h1>{title}</h1>{Html.Trusted(WithScrollingTables(body))}</article></div>
        """), FirstSentence(body));

    // A wide table scrolls by itself on a phone; a scrolling part must be reachable by keyboard.
    private static string WithScrollingTables(string body) => body
        .Replace("<table>", """<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>""", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    [GeneratedRegex("<p>.*?</p>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstParagraph();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[.!?](?=\s|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
