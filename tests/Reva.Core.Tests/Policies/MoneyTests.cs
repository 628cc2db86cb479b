using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Orders;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

public sealed class MoneyTests
{
    [Fact]
    public void No_more_goes_back_than_was_paid_and_not_paid_back_yet()
    {
        var order = Delivered() with { Refunded = Usd(70) };
        Expect.Denied("refundable", Ask(PayBack(("1", 1)), order, toCustomer: 45.01m));
        Expect.Confirmed(Ask(PayBack(("1", 1)), order, toCustomer: 45));
        Expect.Denied("refundable", Ask(Cancel(), Pending() with { Received = Usd(0) }, toCustomer: 1));
    }

    [Fact]
    public void What_an_open_return_will_pay_back_is_not_paid_back_before()
    {
        var order = Delivered() with { Returns = [new("r1", "#1001-R1", "OPEN", [new("1", "kettle thing", 2)], Now)] };
        Expect.Denied("refundable", Ask(PayBack(("2", 1)), order, toCustomer: 15.01m));
        Expect.Confirmed(Ask(PayBack(("2", 1)), order, toCustomer: 15));
    }

    [Fact]
    public void A_discounted_order_holds_back_for_an_open_return_only_what_was_paid_for_it()
    {
        var order = Delivered() with { Received = Usd(55), Total = Usd(55), Returns = [new("r1", "#1001-R1", "OPEN", [new("1", "kettle thing", 2)], Now)] };
        Expect.Confirmed(Ask(PayBack(("2", 1)), order, toCustomer: 5));
        Expect.Denied("refundable", Ask(PayBack(("2", 1)), order, toCustomer: 5.01m));
    }

    [Fact]
    public void Refunds_that_name_nothing_too_much_or_what_was_never_charged_are_denied()
    {
        Expect.Denied("nothing_to_do", Ask(PayBack(), Delivered()));
        Expect.Denied("quantity", Ask(PayBack(("1", 3)), Delivered(), toCustomer: 1));
        Expect.Denied("refundable_pieces", Ask(PayBack(("1", 1)), Delivered() is var o ? o with { Lines = [o.Lines[0] with { Refundable = 0 }] } : null, toCustomer: 1));
        Expect.Denied("no_shipping", Ask(PayBack() with { Shipping = true }, Delivered() with { Shipping = Usd(0) }, toCustomer: 1));
        Expect.Denied("nothing_left", Ask(PayBack(("1", 1)), Delivered()));
        Expect.Denied("amount", Ask(PayBack(("1", 1)) with { Extra = Usd(-5) }, Delivered(), toCustomer: 45));
    }

    [Fact]
    public void Amounts_are_rounded_and_in_one_currency()
    {
        var request = Ask(PayBack(("1", 1)), Delivered(), toCustomer: 10);
        Expect.Denied("amount", request with { Quote = Pays(10.001m) });
        Expect.Denied("amount", request with { Quote = Pays(-1) });
        Expect.Denied("currency", request with { Quote = Pays(10) with { ToCustomer = new(10, "EUR") } });
        Expect.Denied("currency", request with { Action = PayBack(("1", 1)) with { Extra = new(1, "EUR") } });
    }

    [Fact]
    public void Money_goes_only_ways_the_merchant_allows_and_only_to_the_customer()
    {
        var order = Pending();
        Expect.Confirmed(Ask(Cancel(new(RefundRoute.PaymentMethod, "gift")), order, toCustomer: 1));
        Expect.Confirmed(Ask(Cancel(new(RefundRoute.PaymentMethod, "card")), order, toCustomer: 1));
        Expect.Denied("refund_route", Ask(Cancel(new(RefundRoute.PaymentMethod, "other-card")), order, toCustomer: 1));
        Expect.Denied("payment_method", Ask(Cancel(new(RefundRoute.PaymentMethod, "strangers-card")), order, toCustomer: 1));
        Expect.Denied("payment_method", Ask(Cancel(new(RefundRoute.PaymentMethod)), order, toCustomer: 1));
        Expect.Denied("refund_route", Ask(Cancel(RefundTarget.StoreCredit), order, TauRetail, toCustomer: 1));
        Expect.Denied("payment_method", Ask(Change(("1", 1, "kettle-b")) with { PaymentMethodId = "strangers-card" }, order));
        Expect.Denied("refund_route", Ask(Change(("1", 1, "kettle-b")) with { PaymentMethodId = "gift" }, order, Open with { RefundRoutes = [] }, toCustomer: 1));
    }

    [Fact]
    public void Store_credit_only_holds_for_wishes_not_for_faults()
    {
        var policies = Open with { StoreCreditOnly = true, RefundRoutes = [] };
        var decision = PolicyEngine.Decide(Ask(Return(ReturnReason.Color, ("1", 1)), Delivered(), policies, toCustomer: 50));
        Assert.Equal(("store_credit_only", ActionKind.ExchangeItems), (decision.Reasons[0].Rule, decision.Alternatives[0]));
        Expect.Confirmed(Ask(Return(ReturnReason.Color, ("1", 1)) with { RefundTo = RefundTarget.StoreCredit }, Delivered(), policies, toCustomer: 50));
        Expect.Confirmed(Ask(Return(ReturnReason.Defective, ("1", 1)), Delivered(), policies, toCustomer: 50));
        Expect.Confirmed(Ask(Return(ReturnReason.Defective, ("1", 1)) with { RefundTo = RefundTarget.StoreCredit }, Delivered(), policies, toCustomer: 50));
        Expect.Confirmed(Ask(Cancel(), Pending(), policies, toCustomer: 50));
    }

    private static PastAction Past(ActionKind kind, decimal amount, double hoursAgo, string order = "o1", string email = Email) => new("x", kind, order, email, amount, Now.AddHours(-hoursAgo));

    private static PolicyRequest Refunding(decimal amount, ActionRule rule, params PastAction[] past) =>
        Ask(PayBack(("1", 1)), Delivered(), Open with { Actions = Open.Actions.SetItem(ActionKind.Refund, rule) }, toCustomer: amount) with { History = new() { Actions = [.. past] } };

    [Fact]
    public void Above_a_cap_a_person_decides()
    {
        Expect.Confirmed(Refunding(20, new() { PerAction = 20 }));
        Expect.Approval("cap_per_action", Refunding(20.01m, new() { PerAction = 20 }));
        Expect.Confirmed(Refunding(20, new() { PerOrder = 20 }, Past(ActionKind.Refund, 20, 1, "o2")));
        Expect.Approval("cap_per_order", Refunding(1, new() { PerOrder = 20 }, Past(ActionKind.Refund, 19.5m, 1000)));
        Expect.Confirmed(Refunding(20, new() { PerCustomerDay = 20 }, Past(ActionKind.Refund, 20, 24), Past(ActionKind.Refund, 20, 1, "o3", "eve@example.com")));
        Expect.Approval("cap_per_customer_day", Refunding(1, new() { PerCustomerDay = 20 }, Past(ActionKind.ReturnItems, 20, 23.9, "o2", "MIA@example.com")));
        Expect.Confirmed(Refunding(20, new() { CountPerCustomerDay = 1 }, Past(ActionKind.ReturnItems, 1, 1)));
        Expect.Approval("cap_count_per_customer_day", Refunding(1, new() { CountPerCustomerDay = 1 }, Past(ActionKind.Refund, 1, 1)));
        var store = Refunding(1, new() { PerStoreDay = 20 });
        Expect.Confirmed(store with { History = new() { StoreDay = ImmutableDictionary<ActionKind, decimal>.Empty.Add(ActionKind.Refund, 19) } });
        Expect.Approval("cap_per_store_day", store with { History = new() { StoreDay = ImmutableDictionary<ActionKind, decimal>.Empty.Add(ActionKind.Refund, 19.01m) } });
    }

    [Fact]
    public void A_person_is_asked_when_the_merchant_wants_one_for_the_action_the_order_or_the_currency()
    {
        Expect.Approval("ask_person", Refunding(1, new() { Mode = ActionMode.AskPerson }));
        Expect.Approval("high_value", Ask(Cancel(), Pending(), Open with { HighValue = 114.99m }));
        Expect.Confirmed(Ask(Cancel(), Pending(), Open with { HighValue = 115 }));
        Expect.Approval("cap_currency", Refunding(1, new() { PerAction = 20 }) with { StoreCurrency = "EUR" });
    }

    [Fact]
    public void No_reason_tells_the_merchants_limits()
    {
        var decision = PolicyEngine.Decide(Refunding(100, new() { PerAction = 20, PerOrder = 33, Mode = ActionMode.AskPerson }));
        Assert.Equal(3, decision.Reasons.Length);
        Assert.All(decision.Reasons, r => Assert.DoesNotMatch(@"\d", r.Text));
    }

    [Fact]
    public void A_discount_is_given_to_the_letter_and_once()
    {
        Expect.Confirmed(Ask(Discount(), null));
        Expect.Denied("no_grant", Ask(Discount(grant: "because"), null));
        Expect.Denied("grant_terms", Ask(Discount(percent: 90), null));
        Expect.Denied("grant_terms", Ask(Discount(days: 31), null));
        Expect.Denied("grant_terms", Ask(Discount(days: -1), null));
        Expect.Denied("grant_terms", Ask(Discount() with { Amount = Usd(5) }, null));
        Expect.Denied("not_yours", Ask(Discount() with { CustomerId = "c2" }, null));
        var past = Past(ActionKind.ApplyDiscount, 0, 24 * 100) with { Grant = "Late-Delivery" };
        Expect.Denied("grant_used", Ask(Discount(), null) with { History = new() { Actions = [past] } });
        Expect.Confirmed(Ask(Discount(), null) with { History = new() { Actions = [past with { At = Now.AddDays(-365) }] } });
    }
}
