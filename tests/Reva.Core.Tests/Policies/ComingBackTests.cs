using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

public sealed class ComingBackTests
{
    private static readonly ShopAction[] Both = [Return(ReturnReason.Color, ("1", 1)), Exchange(("1", 1, "kettle-b"))];

    private static Order WithReturn(string status, int quantity = 1) => Delivered() is var o ? o with
    {
        Returns = [new("r1", "#1001-R1", status, [new("1", "kettle thing", quantity)], DeliveredAt.AddDays(1))],
        Lines = status is "DECLINED" or "CANCELED" ? o.Lines : [o.Lines[0] with { Returnable = 2 - quantity }, o.Lines[1]],
    } : throw new InvalidOperationException();

    [Fact]
    public void What_has_arrived_can_come_back() => Assert.All(Both, a => Expect.Confirmed(Ask(a, Delivered(), toCustomer: 50)));

    [Fact]
    public void What_has_not_arrived_cannot()
    {
        Assert.All(Both, a => Expect.Denied("not_delivered", Ask(a, Pending())));
        Assert.All(Both, a => Expect.Denied("not_delivered", Ask(a, Sent("IN_TRANSIT"))));
        Assert.All(Both, a => Expect.Denied("not_delivered", Ask(a, Delivered() with { Fulfillments = Sent("IN_TRANSIT").Fulfillments })));
    }

    [Fact]
    public void Where_no_carrier_tells_a_person_looks() =>
        Expect.Approval("delivery_unknown", Ask(Both[0], Delivered() with { Fulfillments = Sent("FULFILLED").Fulfillments }));

    [Fact]
    public void The_window_is_open_to_the_end_of_its_last_day_in_the_shop()
    {
        var last = new DateTimeOffset(2026, 11, 2, 23, 59, 59, TimeSpan.Zero);
        Assert.All(Both, a => Expect.Confirmed(Ask(a, Delivered()) with { Now = last }));
        Assert.All(Both, a => Expect.Denied("return_window", Ask(a, Delivered()) with { Now = last.AddSeconds(1) }));
        var text = PolicyEngine.Decide(Ask(Both[0], Delivered()) with { Now = last.AddSeconds(1) }).Reasons[0].Text;
        Assert.Equal("It was delivered on 3 October and returns are open for 30 days.", text);
    }

    [Fact]
    public void Days_are_counted_where_the_shop_is()
    {
        var denver = Ask(Both[0], Delivered()) with { Now = new(2026, 11, 3, 5, 0, 0, TimeSpan.Zero), TimeZone = TimeZoneInfo.FindSystemTimeZoneById("America/Denver") };
        Expect.Confirmed(denver);
        Expect.Denied("return_window", denver with { TimeZone = TimeZoneInfo.Utc });
    }

    [Fact]
    public void After_the_window_a_fault_is_for_a_person_and_a_wish_is_denied_as_a_refund_too()
    {
        var late = Now.AddDays(300);
        Expect.Approval("return_window", Ask(Return(ReturnReason.Defective, ("1", 1)), Delivered()) with { Now = late });
        Expect.Denied("return_window", Ask(PayBack(("1", 1)), Delivered(), toCustomer: 50) with { Now = late });
        Expect.Approval("return_window", Ask(PayBack(("1", 1)) with { Cause = ReturnReason.WrongItem }, Delivered(), toCustomer: 50) with { Now = late });
    }

    [Theory]
    [InlineData("REQUESTED", true)]
    [InlineData("OPEN", true)]
    [InlineData("CLOSED", true)]
    [InlineData("DECLINED", false)]
    [InlineData("CANCELED", false)]
    public void An_order_takes_one_return_where_the_merchant_says_so(string status, bool counts)
    {
        foreach (var action in Both)
        {
            if (counts)
                Expect.Denied("one_return", Ask(action, WithReturn(status), TauRetail));
            else
                Expect.Confirmed(Ask(action, WithReturn(status), TauRetail));
            Expect.Confirmed(Ask(action, WithReturn(status)));
        }
    }

    [Fact]
    public void A_piece_comes_back_once()
    {
        Expect.Denied("already_returned", Ask(Return(ReturnReason.Color, ("1", 2)), WithReturn("OPEN")));
        Expect.Denied("already_returned", Ask(Return(ReturnReason.Color, ("1", 1), ("1", 1)), WithReturn("OPEN")));
        Expect.Denied("refundable_pieces", Ask(PayBack(("1", 2)), WithReturn("OPEN"), toCustomer: 50));
    }

    [Theory]
    [InlineData("Final-Sale", "final_sale")]
    [InlineData("Underwear", "excluded_category")]
    public void What_was_sold_for_good_stays_sold_unless_the_shop_is_at_fault(string tag, string rule)
    {
        var order = Delivered(Line("1", "kettle", 50, 2, tag), Line("2", "mug", 10, 1));
        var policies = Open with { ExcludedCategories = ["underwear"] };
        ShopAction[] wishes = [.. Both, PayBack(("1", 1))];
        Assert.All(wishes, a => Expect.Denied(rule, Ask(a, order, policies, toCustomer: 50)));
        Expect.Approval(rule, Ask(Return(ReturnReason.Defective, ("1", 1)), order, policies, toCustomer: 50));
        Expect.Confirmed(Ask(Return(ReturnReason.Unwanted, ("2", 1)), order, policies, toCustomer: 10));
    }

    [Fact]
    public void A_category_is_a_product_type_too() =>
        Expect.Denied("excluded_category", Ask(Both[0], Delivered(Line("1", "kettle", 50, 1) with { ProductType = "Underwear" }), Open with { ExcludedCategories = ["underwear "] }));

    [Fact]
    public void A_sum_on_top_is_no_back_door_to_a_final_sale() =>
        Expect.Approval("final_sale", Ask(PayBack() with { Extra = Usd(50) }, Delivered(Line("1", "kettle", 50, 1, "final-sale")), toCustomer: 50));

    [Fact]
    public void A_return_costs_what_the_merchant_says()
    {
        var policies = Open with { RestockingFeePercent = 15, LabelPaidBy = LabelPayer.Customer, LabelFee = 6.5m };
        var wish = Return(ReturnReason.Color, ("1", 1));
        Expect.Denied("return_terms", Ask(wish, Delivered(), policies, toCustomer: 36));
        Expect.Confirmed(Ask(wish.With(policies, "USD"), Delivered(), policies, toCustomer: 36));
        var fault = Return(ReturnReason.Defective, ("1", 1));
        Assert.Equal(fault, fault.With(policies, "USD"));
        Expect.Confirmed(Ask(fault, Delivered(), policies, toCustomer: 50));
    }

    [Fact]
    public void An_exchange_for_a_fresh_one_of_the_same_is_an_exchange()
    {
        var request = Ask(Exchange(("1", 1, "kettle-a")), Delivered());
        Expect.Confirmed(request with { Quote = request.Quote with { Offers = [Offer("kettle-a", "kettle")] } });
    }
}
