using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Core.Actions;

namespace Reva.Agent.Tests.Specialists.Wishes;

/// <summary>Which wishes a message is taken to begin.</summary>
public sealed class WishReaderTests
{
    private static readonly string[] Numbers = ["#1001", "1002", "#A7"];

    private static readonly string[] Words =
    [
        "send", "it", "to", "my", "the", "shop", "back", "office", "cancel", "policy", "fee", "return", "refund", "change", "address", "exchange", "not", "instead of", "don't", "want it any more",
        "and", "also", ",", ".", "\n", "#1001", "1002", "5", "we've", "moved", "get", "this", "size", "remove", "pay", "with", "discount", "é", "’",
    ];

    private static string Kinds(string text) => string.Join(' ', WishReader.Read(text, Numbers).Select(w => w.Kind.ToWire() + (w.OrderNumber is { } number ? "/" + number : "")));

    [Theory]
    [InlineData("send it to my office", "change_address")]
    [InlineData("Ship it to 5 Main Street", "change_address")]
    [InlineData("please deliver the jacket to another address", "change_address")]
    [InlineData("can you send it to the shop, or rather to my office", "change_address")]
    [InlineData("get it to him by Friday", "change_address")]
    [InlineData("we've just moved", "change_address")]
    [InlineData("the address should be 6 Main Street", "change_address")]
    [InlineData("I gave the wrong postcode", "change_address")]
    [InlineData("change where it goes. The address", "")]
    [InlineData("send it to the shop", "")]
    [InlineData("I'd send it to you", "")]
    [InlineData("send it. To my office", "")]
    [InlineData("send the very nice blue waterproof jacket with the hood to my office", "")]
    [InlineData("send it back to the warehouse", "return_items")]
    [InlineData("I want to send it back to you", "return_items")]
    [InlineData("send me money back", "return_items")]
    public void To_send_something_elsewhere_is_about_its_address(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("cancel it", "cancel_order")]
    [InlineData("Cancelling the order", "cancel_order")]
    [InlineData("cncel pls", "cancel_order")]
    [InlineData("I don't want it anymore", "cancel_order")]
    [InlineData("I no longer need the order", "cancel_order")]
    [InlineData("what's your cancel policy", "")]
    [InlineData("is there a cancel fee?", "")]
    [InlineData("what are the policies? cancel, policy aside", "cancel_order")]
    [InlineData("I read the cancel policy: cancel it", "cancel_order")]
    public void To_ask_about_cancelling_is_no_cancellation(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("return it", "return_items")]
    [InlineData("retrun the mug", "return_items")]
    [InlineData("I returned it", "")]
    [InlineData("how do returns work", "")]
    [InlineData("as a returning customer, where is it", "")]
    [InlineData("as a returning customer I want to return it", "return_items")]
    [InlineData("I am returning it", "return_items")]
    [InlineData("take them all back", "return_items")]
    public void What_was_returned_is_not_to_be_returned(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Theory]
    [InlineData("cancel #1001", "cancel_order/#1001")]
    [InlineData("cancel order 1001", "cancel_order/#1001")]
    [InlineData("cancel (1001)", "cancel_order/#1001")]
    [InlineData("cancel #a7", "cancel_order/#A7")]
    [InlineData("cancel 11001", "cancel_order")]
    [InlineData("cancel 1001b", "cancel_order")]
    [InlineData("cancel 11001 or 1001", "cancel_order/#1001")]
    [InlineData("cancel #1001 and send #1002 to my office", "cancel_order/#1001 change_address/1002")]
    public void An_order_is_named_by_its_whole_number(string text, string kinds) => Assert.Equal(kinds, Kinds(text));

    [Fact]
    public void What_is_taken_back_is_no_wish()
    {
        Assert.Equal("exchange_items", Kinds("instead of returning it I want to exchange it"));
        Assert.Equal([ActionKind.ReturnItems], WishReader.TakenBack("instead of returning it I want to exchange it"));
        Assert.Equal([ActionKind.ChangeAddress], WishReader.TakenBack("don't send it to my office"));
        Assert.Empty(WishReader.TakenBack("not by your cancel policy"));
    }

    [Theory]
    [InlineData("cancel #1001 and #1002", "CancelOrder #1001, CancelOrder 1002")]
    [InlineData("where is #1001, and can you cancel #1002?", "CancelOrder 1002")]
    [InlineData("#1001: cancel it and return the mug from #1002", "CancelOrder #1001, ReturnItems 1002")]
    [InlineData("exchange the bowls in #1001 for oat ones and also add one more tumbler", "ExchangeItems #1001, ChangeItems ")]
    [InlineData("the umbrella of #1001 is not needed any more", "CancelOrder #1001")]
    [InlineData("#1002 i want the speaker in ink not brick", "ExchangeItems 1002")]
    [InlineData("i only need one, order #1001", "ChangeItems #1001")]
    public void Every_wish_is_for_the_order_that_its_words_name(string text, string wishes) =>
        Assert.Equal(wishes, string.Join(", ", WishReader.Read(text, Numbers).Select(w => $"{w.Kind} {w.OrderNumber}")));

    [Fact]
    public void Wishes_are_parts_of_the_message_in_their_order() =>
        Prop.ForAll(Gen.Elements(Words).ArrayOf(20).Select(words => string.Join(' ', words)).ToArbitrary(), text =>
        {
            var at = 0;
            // Several orders of one verb share its words.
            foreach (var wish in WishReader.Read(text, Numbers).DistinctBy(w => w.Text))
            {
                var found = text.IndexOf(wish.Text, at, StringComparison.Ordinal);
                if (found < 0)
                    return false;
                at = found + wish.Text.Length;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
