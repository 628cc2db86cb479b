using Reva.Core.Actions;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

public sealed class AlternativesTests
{
    private static ActionKind[] Instead(PolicyRequest request)
    {
        var decision = PolicyEngine.Decide(request);
        Assert.Equal(PolicyVerdict.Deny, decision.Verdict);
        return [.. decision.Alternatives];
    }

    [Fact]
    public void What_is_on_its_way_can_come_back_once_it_has_arrived() =>
        Assert.Equal([ActionKind.ReturnItems, ActionKind.ExchangeItems], Instead(Ask(Cancel(), Sent("IN_TRANSIT"))));

    [Fact]
    public void What_is_still_in_the_shop_is_cancelled_rather_than_returned() =>
        Assert.Equal([ActionKind.CancelOrder], Instead(Ask(Return(ReturnReason.Unwanted, ("1", 1)), Pending())));

    [Fact]
    public void After_the_window_nothing_is_promised() => Assert.Empty(Instead(Ask(Return(ReturnReason.Unwanted, ("1", 1)), Delivered()) with { Now = Now.AddDays(100) }));

    [Fact]
    public void An_exchange_that_is_out_of_stock_can_be_a_return()
    {
        var request = Ask(Exchange(("1", 1, "kettle-b")), Delivered());
        Assert.Equal([ActionKind.ReturnItems], Instead(request with { Quote = request.Quote with { Offers = [] } }));
    }

    [Fact]
    public void A_refund_that_is_denied_can_be_a_return() =>
        Assert.Equal([ActionKind.ReturnItems, ActionKind.ExchangeItems], Instead(Ask(PayBack(("1", 1)), Delivered(), Open with { Actions = Open.Actions.SetItem(ActionKind.Refund, new() { Mode = ActionMode.Off }) })));

    [Fact]
    public void A_final_sale_has_no_other_way_back() => Assert.Empty(Instead(Ask(PayBack(("1", 1)), Delivered(Line("1", "kettle", 50, 1, "final-sale")), toCustomer: 50)));

    [Fact]
    public void What_is_off_or_beyond_the_platform_is_no_way_out()
    {
        var off = Open with { Actions = Open.Actions.SetItem(ActionKind.ReturnItems, new() { Mode = ActionMode.Off }) };
        Assert.Equal([ActionKind.ExchangeItems], Instead(Ask(Cancel(), Sent("IN_TRANSIT"), off)));
        Assert.Equal([ActionKind.ReturnItems], Instead(Ask(Cancel(), Sent("IN_TRANSIT")) with { PlatformActions = [ActionKind.ReturnItems] }));
    }

    [Fact]
    public void What_would_empty_an_order_is_a_cancellation() =>
        Assert.Contains(ActionKind.CancelOrder, Instead(Ask(Change(("1", 2, null), ("2", 1, null)), Pending())));
}
