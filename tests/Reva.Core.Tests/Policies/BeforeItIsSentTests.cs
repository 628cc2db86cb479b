using Reva.Core.Actions;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

public sealed class BeforeItIsSentTests
{
    private static readonly ShopAction[] Changes = [Cancel(), Move(Away), Change(("1", 1, "kettle-b")), PayWith("gift")];

    [Fact]
    public void A_pending_order_can_be_changed_in_every_way() => Assert.All(Changes, a => Expect.Confirmed(Ask(a, Pending())));

    [Theory]
    [InlineData("LABEL_PRINTED")]
    [InlineData("IN_TRANSIT")]
    [InlineData("DELIVERED")]
    [InlineData("FULFILLED")]
    public void Once_it_is_being_sent_nothing_is_changed(string status) => Assert.All(Changes, a => Expect.Denied("already_sent", Ask(a, Sent(status))));

    [Fact]
    public void A_parcel_that_was_called_off_does_not_count() =>
        Expect.Confirmed(Ask(Cancel(), Sent("CANCELED") with { Lines = Pending().Lines }));

    [Fact]
    public void A_half_sent_order_is_not_cancelled()
    {
        var order = Pending();
        Expect.Denied("already_sent", Ask(Cancel(), order with { Lines = [order.Lines[0] with { Unfulfilled = 1 }, order.Lines[1]] }));
    }

    [Fact]
    public void A_cancelled_order_stays_as_it_is() =>
        Assert.All(Changes.Append(Return(ReturnReason.Color, ("1", 1))), a => Expect.Denied("cancelled", Ask(a, Delivered() with { CancelledAt = Now })));

    [Fact]
    public void Items_are_changed_but_once_where_the_merchant_says_so()
    {
        Assert.All(Changes, a => Expect.Denied("one_item_change", Ask(a, Pending() with { Edited = true }, TauRetail)));
        Assert.All(Changes, a => Expect.Confirmed(Ask(a, Pending() with { Edited = true })));
    }

    [Fact]
    public void An_order_cannot_be_sent_where_it_goes_already()
    {
        Expect.Denied("no_change", Ask(Move(Home with { City = " denver " }), Pending()));
        Expect.Denied("address_incomplete", Ask(Move(Away with { Address1 = "" }), Pending()));
    }

    [Fact]
    public void An_order_cannot_be_paid_with_what_it_is_paid_with_nor_with_a_strangers_card()
    {
        Expect.Denied("same_payment_method", Ask(PayWith("card"), Pending()));
        Expect.Denied("payment_method", Ask(PayWith("strangers-card"), Pending()));
    }

    [Fact]
    public void A_gift_card_pays_only_what_it_holds()
    {
        var request = Ask(PayWith("gift"), Pending(), fromCustomer: 75.01m);
        Expect.Denied("balance", request with { Quote = request.Quote with { Balance = Usd(75), Method = "gift card" } });
        Expect.Confirmed(request with { Quote = request.Quote with { Balance = Usd(75.01m), Method = "gift card" } });
    }

    [Fact]
    public void Changed_items_must_exist_be_in_stock_and_leave_something()
    {
        Expect.Denied("no_line", Ask(Change(("9", 1, "kettle-b")), Pending()));
        Expect.Denied("quantity", Ask(Change(("1", 0, "kettle-b")), Pending()));
        Expect.Denied("quantity", Ask(Change(("1", 2, "kettle-b"), ("1", 1, "kettle-b")), Pending()));
        Expect.Denied("quantity", Ask(Change(("1", int.MaxValue, null), ("1", int.MaxValue, null)), Pending()));
        Expect.Denied("quantity", Ask(Change((null, -1, "kettle-b")), Pending()));
        Expect.Denied("variant_unknown", Ask(Change(("1", 1, "kettle-z")), Pending()));
        Expect.Denied("nothing_to_do", Ask(Change((null, 1, null)), Pending()));
        Expect.Denied("nothing_to_do", Ask(Change(), Pending()));
        Expect.Denied("empties_order", Ask(Change(("1", 2, null), ("2", 1, null)), Pending()));
        Expect.Confirmed(Ask(Change(("1", 2, null)), Pending(), toCustomer: 100));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(5, false)]
    public void A_variant_is_there_in_the_number_wanted_or_not_at_all(int stock, bool available)
    {
        var request = Ask(Change(("1", 1, "kettle-b"), (null, 1, "kettle-b")), Pending());
        Expect.Denied("out_of_stock", request with { Quote = request.Quote with { Offers = [Offer("kettle-b", "kettle", stock, available)] } });
        Expect.Confirmed(request with { Quote = request.Quote with { Offers = [Offer("kettle-b", "kettle", null)] } });
    }

    [Fact]
    public void Where_items_stay_within_their_product_no_other_comes_in()
    {
        Expect.Denied("same_product", Ask(Change(("1", 1, "mug-b")), Pending(), TauRetail));
        Expect.Denied("same_product", Ask(Change((null, 1, "mug-b")), Pending(), TauRetail));
        Expect.Confirmed(Ask(Change(("1", 1, "kettle-b")), Pending(), TauRetail));
        Expect.Confirmed(Ask(Change(("1", 1, "mug-b")), Pending()));
    }

    [Fact]
    public void A_change_to_the_very_same_is_none_except_where_it_counts_as_the_one_change()
    {
        var request = Ask(Change(("1", 1, "kettle-a")), Pending());
        request = request with { Quote = request.Quote with { Offers = [Offer("kettle-a", "kettle")] } };
        Expect.Denied("no_change", request);
        Expect.Confirmed(request with { Policies = TauRetail });
    }
}
