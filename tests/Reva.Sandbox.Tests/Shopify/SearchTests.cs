using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.Shopify.Search;

namespace Reva.Sandbox.Tests.Shopify;

public class SearchTests
{
    [Fact]
    public void Any_text_is_a_search_and_one_that_denies_nothing_holds_where_all_its_terms_do() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements("(", ")", "-", "OR ", "AND ", "NOT ", "name:", "'", "\"", "\\", ">", "*", " ", "a", "#1")).Select(string.Concat).ToArbitrary(), text =>
        {
            var query = SearchQuery.Parse(text);
            var denies = text.Contains('-', StringComparison.Ordinal) || text.Contains("NOT", StringComparison.Ordinal);
            return query.Holds(_ => true) || denies;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData('(')]
    [InlineData('-')]
    public void A_search_nested_without_end_does_not_break_the_parser(char sign) =>
        Assert.NotEmpty(SearchQuery.Parse(new string(sign, 100_000)).Terms);

    [Theory]
    [InlineData("a b", true)]
    [InlineData("a c", false)]
    [InlineData("a OR c", true)]
    [InlineData("c OR (a -d)", true)]
    [InlineData("a AND NOT b", false)]
    [InlineData("-(c OR d)", true)]
    public void Words_join_as_shopify_joins_them(string query, bool holds) =>
        Assert.Equal(holds, SearchQuery.Parse(query).Holds(t => t.Value is "a" or "b"));

    [Theory]
    [InlineData("tag:'red shoe'", "tag", ":", "red shoe")]
    [InlineData("price:>=10", "price", ">=", "10")]
    [InlineData("created_at:<2026-01-01T00:00:00Z", "created_at", "<", "2026-01-01T00:00:00Z")]
    [InlineData("http://x", "http", ":", "//x")]
    [InlineData("#1001", null, ":", "#1001")]
    public void A_term_has_a_field_an_operator_and_a_value(string text, string? field, string sign, string value) =>
        Assert.Equal(new SearchTerm(field, sign, value), SearchQuery.Parse(text).Terms.Single());
}
