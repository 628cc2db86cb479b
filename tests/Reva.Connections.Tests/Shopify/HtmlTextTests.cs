using FsCheck;
using FsCheck.Fluent;
using Reva.Connections.Shopify.Catalogue;

namespace Reva.Connections.Tests.Shopify;

public sealed class HtmlTextTests
{
    [Fact]
    public void Blocks_become_lines_and_entities_become_characters() =>
        Assert.Equal(
            "Warm & dry\nTwo layers, taped seams.\nHood\nPockets\nSize Chest\nM 96 cm",
            HtmlText.ToPlainText("<h2>Warm &amp; dry</h2><p>Two <b>layers</b>,&nbsp;taped\n seams.</p><ul><li>Hood</li><li>Pockets</li></ul><table><tr><th>Size</th><th>Chest</th></tr><tr><td>M</td><td>96&nbsp;cm</td></tr></table>"));

    [Fact]
    public void Scripts_styles_and_comments_are_not_read() =>
        Assert.Equal("Before after", HtmlText.ToPlainText("<style>p{}</style>Before <script>alert('x')</script><!-- secret --><svg><text>no</text></svg>after"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<p> &nbsp; </p>")]
    public void Nothing_readable_is_an_empty_text(string? html) => Assert.Equal("", HtmlText.ToPlainText(html));

    [Fact]
    public void Markup_nested_without_end_does_not_take_the_process_down() =>
        Assert.Equal("deep", HtmlText.ToPlainText(string.Concat(Enumerable.Repeat("<span>", 100_000)) + "deep"));

    [Fact]
    public void Text_that_was_escaped_comes_back_as_it_was() =>
        Prop.ForAll(Words(), words => HtmlText.ToPlainText($"<div><p>{System.Net.WebUtility.HtmlEncode(words)}</p></div>") == words)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_broken_markup_throws_or_leaves_loose_white_space() =>
        Prop.ForAll<string?>(Pieces(), html =>
        {
            var text = HtmlText.ToPlainText(html);
            return text == text.Trim() && !text.Contains("\n\n", StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Words() =>
        Gen.Elements("rain", "<b>", "&", "\"M\"", "5 > 3", "größe", "&amp;", "雨").NonEmptyListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    private static Arbitrary<string?> Pieces() =>
        Gen.Elements("<p>", "</p>", "<div", ">", "text ", "<script>x()</script>", "</", "&nbsp;", "&#x0;", "<li>", "<table><tr>", "<br/>", "\0", "<!-- -->", " \n ", "é")
            .ListOf().Select(pieces => (string?)string.Concat(pieces)).ToArbitrary();
}
