using FsCheck;
using FsCheck.Fluent;
using Reva.Connections.Shopify.Orders;

namespace Reva.Connections.Tests.Shopify;

public sealed class OrderSearchTests
{
    [Theory]
    [InlineData("#1001", "1001")]
    [InlineData(" # 1001 ", "1001")]
    [InlineData("#W2611340", "W2611340")]
    [InlineData("FF-1001/2", "FF-1001/2")]
    public void A_number_is_read_with_or_without_its_hash(string typed, string number) => Assert.Equal(number, OrderSearch.Number(typed));

    [Theory]
    [InlineData("1001 OR name:1002")]
    [InlineData("1001\" OR \"")]
    [InlineData("*")]
    [InlineData("10*")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("1001\\")]
    public void What_is_not_a_number_is_never_searched_for(string typed) => Assert.Null(OrderSearch.Number(typed));

    [Theory]
    [InlineData("ada.moore@example.com", true)]
    [InlineData("o'neill+shop@example.co.uk", true)]
    [InlineData("ada@example.com\" OR email:\"*@*", false)]
    [InlineData("*@example.com", false)]
    [InlineData("ada@example", false)]
    [InlineData("ada @example.com", false)]
    public void Only_an_address_is_searched_for(string typed, bool valid) => Assert.Equal(valid, OrderSearch.Email(typed) is not null);

    [Fact]
    public void Nothing_typed_ever_becomes_syntax() =>
        Prop.ForAll(Hostile(), typed =>
        {
            var number = OrderSearch.Number(typed);
            var email = OrderSearch.Email(typed);
            return (number is null || OrderSearch.ByNumber(number).Count(c => c is '"' or ':') == 6)
                && (email is null || OrderSearch.ByEmail(email).Count(c => c is '"' or ':' or '*' or '\\' or '(' or ')') == 3);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Hostile() =>
        Gen.Elements("1001", "#", "\"", "\\", ":", "*", " ", "OR", "(", ")", "-", "a@b.co", "@", ".", "name", "email", "\n", "'", ">=").NonEmptyListOf().Select(string.Concat).ToArbitrary();
}
