using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Catalog;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.Understanding;

public class PartsTests
{
    [Fact]
    public void Two_questions_are_told_apart_each_with_its_words()
    {
        var parts = Read("where is my order and what is your return policy?").Parts;
        Assert.Equal([Intent.OrderStatus, Intent.GeneralInquiry], parts.Select(p => p.Intent));
        Assert.Equal("where is my order", parts[0].Text);
        Assert.Equal("what is your return policy?", parts[1].Text);
    }

    [Fact]
    public void Who_one_is_counts_for_each_part()
    {
        var parts = Read("where is #1001, ada@example.com? Also, how long does shipping take?").Parts;
        Assert.Equal(2, parts.Length);
        Assert.All(parts, p => Assert.Equal("ada@example.com", Assert.Single(p.Entities.Emails)));
    }

    [Fact]
    public void Proof_that_was_asked_for_is_taken_beside_another_question()
    {
        var waiting = Reading.Waiting(PendingKind.OrderIdentity, Intent.OrderStatus);
        var parts = Reading.Read("ghayes@example.com is mine. Also how long does shipping usually take?", waiting).Parts;
        Assert.Equal([Intent.OrderStatus, Intent.ShippingQuestion], parts.Select(p => p.Intent));
    }

    [Theory]
    [InlineData("where is #1001, ada@example.com? and cancel #1002 please", Intent.OrderStatus, "#1001", Intent.CancelOrder, "#1002")]
    [InlineData("cancel #1002 and where is #1001? ada@example.com", Intent.CancelOrder, "#1002", Intent.OrderStatus, "#1001")]
    public void A_status_and_a_wish_are_two_each_for_its_own_order(string text, Intent first, string firstOrder, Intent second, string secondOrder)
    {
        var parts = Read(text).Parts;
        Assert.Equal([(first, firstOrder), (second, secondOrder)], parts.Select(p => (p.Intent, p.Entities.OrderNumbers[0])));
    }

    [Theory]
    [InlineData("yes please")]
    [InlineData("ok, do it")]
    [InlineData("sure, go ahead please")]
    public void A_yes_to_nothing_wishes_for_nothing(string text) => Assert.Equal(Intent.Other, Read(text).Intent);

    [Theory]
    [InlineData("I ordered a jacket last week, where is it?")]
    [InlineData("waterproof jacket under 150 for my wife, she is a size M")]
    [InlineData("where is my order?")]
    [InlineData("hi, thanks for your help, where is my parcel")]
    public void One_wish_stays_whole(string text) => Assert.Empty(Read(text).Parts);

    [Theory]
    [InlineData("Haben Sie eine wasserdichte Jacke für Damen?", "de", "jacket")]
    [InlineData("busco una mochila roja", "es", "backpack")]
    [InlineData("je cherche une tente bleue", "fr", "tent")]
    public void A_wish_in_another_language_is_understood_by_its_words(string text, string language, string sought)
    {
        var meaning = Read(text);
        Assert.Equal((Intent.ProductSearch, language), (meaning.Intent, meaning.Language));
        Assert.Contains(sought, meaning.Entities.SearchText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qwer tzui")]
    [InlineData("asdf")]
    [InlineData("zxcv uiop")]
    public void Letters_at_random_are_no_wish(string text) => Assert.Equal(Intent.Other, Read(text).Intent);

    private static MessageMeaning Read(string text) => Reading.Rules.Understand(text, new ConversationMemory(), CatalogVocabulary.Empty);
}
