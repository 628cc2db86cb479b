using FsCheck;
using FsCheck.Fluent;
using Reva.Connections.Shopify.Actions;
using Reva.Connections.Shopify.Customers;
using Reva.Connections.Shopify.Orders;
using Reva.Core.Customers;

namespace Reva.Connections.Tests.Shopify.Actions;

public sealed class WordTests
{
    [Fact]
    public void A_note_keeps_its_mark_however_manythe_words_are() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), words =>
        {
            var note = ActionMark.Note(words, "01jactiontest0000000000001");
            var many = ActionMark.Note(string.Concat(Enumerable.Repeat(words + "😀é", 200)), "01jactiontest0000000000001");
            return note.Length <= 255 && many.Length <= 255 && ActionMark.IsIn(note, "01jactiontest0000000000001") && ActionMark.IsIn(many, "01JACTIONTEST0000000000001")
                && !ActionMark.IsIn(note, "01jactiontest0000000000002");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_is_a_uuid_and_belongs_to_one_action_and_step()
    {
        var keys = new[] { ("a", "refund"), ("a", "difference"), ("b", "refund") }.Select(k => ActionMark.Key(k.Item1, k.Item2)).ToList();

        Assert.Equal(3, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.All(keys, key => Assert.True(Guid.TryParseExact(key, "D", out _)));
        Assert.Equal(keys[0], ActionMark.Key("a", "refund"));
    }

    [Fact]
    public void Nothing_typed_as_a_name_becomes_syntax() =>
        Prop.ForAll(
            Gen.Elements("Ada", "\"", "\\", ":", "*", " ", "OR", "(", ")", "-", "@", "'", "O'Hara", "Núñez", "\n", ">=", "last_name").NonEmptyListOf().Select(string.Concat).ToArbitrary(),
            typed => NameForms.Name(typed) is not { } name || NameForms.ByNames(name, name).Count(c => c is '"' or ':' or '*' or '\\' or '(' or ')' or '\n') == 6)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("José Núñez", "jose nunez")]
    [InlineData("SW1A 1AA", "sw1a1aa")]
    public void Names_and_postcodes_are_the_same_whatever_their_case_accents_and_spaces(string left, string right) => Assert.Equal(NameForms.Fold(left), NameForms.Fold(right));

    [Theory]
    [InlineData("USA", "US")]
    [InlineData("united states", "US")]
    [InlineData("de", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("UK", "GB")]
    [InlineData("Atlantis", null)]
    public void Countries_are_known_by_code_and_name(string written, string? code) => Assert.Equal(code, Countries.Code(written));

    [Theory]
    [InlineData("France", "75001", true)]
    [InlineData("FR", "75 001", true)]
    [InlineData("Spain", "75001", false)]
    [InlineData("France", "75002", false)]
    public void An_address_is_known_again_by_code_or_name(string country, string zip, bool same)
    {
        var node = new AddressNode { Name = "Ada Moore", Address1 = "5 Oak Street", City = "Paris", Zip = "75001", Country = "France", CountryCodeV2 = "FR" };

        Assert.Equal(same, AddressMapping.Is(node, new PostalAddress { Address1 = "5 oak street", City = "PARIS", Zip = zip, Country = country }));
    }

    [Theory]
    [InlineData("shopify_payments", "Shopify Payments", "visa", "•••• •••• •••• 4242", "Visa ending 4242")]
    [InlineData("shopify_payments", "Shopify Payments", null, null, "Shopify Payments")]
    [InlineData("gift_card", "Gift Card", null, null, "gift card")]
    [InlineData("paypal", "Paypal", null, null, "PayPal")]
    [InlineData(null, null, null, "4242424242424242", "card ending 4242")]
    [InlineData(null, null, null, null, "original payment method")]
    public void Ways_to_pay_are_called_as_their_owner_knows_them(string? gateway, string? formatted, string? company, string? number, string label) =>
        Assert.Equal(label, PaymentLabels.Of(gateway, formatted, number is null ? null : new CardNode(company, number)));
}
