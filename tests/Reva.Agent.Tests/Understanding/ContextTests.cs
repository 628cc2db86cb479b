using Reva.Agent.Turns;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.Understanding;

public class ContextTests
{
    [Theory]
    [InlineData("#1001")]
    [InlineData("1001, ada@example.com")]
    [InlineData("ada@example.com")]
    public void A_bare_order_number_answers_the_question_for_it(string text) =>
        Assert.Equal(Intent.CancelOrder, Reading.Read(text, Reading.Waiting(PendingKind.OrderIdentity, Intent.CancelOrder)).Intent);

    [Theory]
    [InlineData("what's in it?")]
    [InlineData("and what is in the parcel")]
    public void A_question_about_the_order_keeps_the_wish_that_waits_for_proof(string text)
    {
        var memory = new ConversationMemory { Pending = new PendingQuestion(PendingKind.OrderIdentity, "#1001", null, Intent.OrderStatus, null), Turns = 1 };
        Assert.Equal(Intent.OrderStatus, Continuation.Of(Reading.Read(text, memory), text, memory).Intent);
    }

    [Fact]
    public void Another_wish_is_no_answer() =>
        Assert.Equal(Intent.ProductSearch, Reading.Read("show me your warm jackets for winter instead", Reading.Waiting(PendingKind.OrderIdentity, Intent.CancelOrder)).Intent);

    [Theory]
    [InlineData("in green", Intent.ProductSearch)]
    [InlineData("something cheaper", Intent.ProductSearch)]
    [InlineData("what about wool", Intent.ProductSearch)]
    [InlineData("under 80", Intent.ProductSearch)]
    [InlineData("show me more", Intent.ProductSearch)]
    [InlineData("more like the second", Intent.ProductSearch)]
    [InlineData("compare the first two", Intent.Comparison)]
    [InlineData("do you have it in stock?", Intent.VariantQuestion)]
    [InlineData("size L?", Intent.VariantQuestion)]
    [InlineData("how much is the second one?", Intent.PriceInquiry)]
    [InlineData("is the first one waterproof?", Intent.ProductQuestion)]
    [InlineData("the second one", Intent.ProductQuestion)]
    [InlineData("the Birch one", Intent.ProductQuestion)]
    [InlineData("where is my order?", Intent.OrderStatus)]
    public void What_was_shown_gives_short_words_their_meaning(string text, Intent expected) =>
        Assert.Equal(expected, Reading.Read(text, Reading.Shown).Intent);

    [Fact]
    public void Two_wishes_in_one_message_are_both_heard()
    {
        var meaning = Reading.Read("cancel #1001 and where is my other order?");
        Assert.Equal([Intent.OrderStatus, Intent.CancelOrder], meaning.SubIntents.Add(meaning.Intent).Order());
    }

    [Theory]
    [InlineData("Mensch")]
    [InlineData("une personne")]
    [InlineData("una persona")]
    [InlineData("een mens")]
    [InlineData("uma pessoa")]
    public void The_word_that_a_foreign_shopper_is_told_to_write_brings_a_person(string text) =>
        Assert.Equal(Intent.HumanRequest, Reading.Read(text).Intent);

    [Fact]
    public void No_declines_what_was_offered()
    {
        var meaning = Reading.Read("no", Reading.Waiting(PendingKind.OfferPerson, Intent.HumanRequest));
        Assert.Equal((Intent.Other, false), (meaning.Intent, meaning.Entities.Answer));
    }
}
