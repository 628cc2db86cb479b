using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Policies;
using static Reva.Core.Tests.Policies.Given;

namespace Reva.Core.Tests.Policies;

public sealed class WhoMayAskTests
{
    [Fact]
    public void Someone_elses_order_is_never_touched_and_nothing_of_it_is_told()
    {
        var request = Ask(Cancel(), Delivered()) with { CustomerEmail = "eve@example.com" };
        var decision = PolicyEngine.Decide(request);
        Assert.Equal(["not_yours"], decision.Reasons.Select(r => r.Rule));
        Assert.DoesNotContain("deliver", decision.Reasons[0].Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(decision.Alternatives);
    }

    [Fact]
    public void A_strangers_order_and_one_that_does_not_exist_read_alike()
    {
        var foreign = PolicyEngine.Decide(Ask(Cancel(), Pending()) with { CustomerEmail = "eve@example.com" });
        var none = PolicyEngine.Decide(Ask(Cancel(), null));
        Assert.Equal(none.Reasons[0].Text, foreign.Reasons[0].Text);
    }

    [Fact]
    public void An_email_is_the_same_in_capitals() => Expect.Confirmed(Ask(Cancel(), Pending(), toCustomer: 115) with { CustomerEmail = "MIA@Example.com" });

    [Fact]
    public void Who_is_known_by_name_and_postcode_owns_the_orders_of_that_customer()
    {
        var request = Ask(Cancel(), Pending(), TauRetail) with { Level = VerificationLevel.NameAndPostcode, CustomerEmail = null };
        Expect.Confirmed(request);
        Expect.Denied("not_yours", request with { CustomerId = "c2" });
        Expect.Denied("not_yours", request with { CustomerId = null });
    }

    [Fact]
    public void The_action_must_be_on_the_order_that_was_judged()
    {
        Expect.Denied("no_order", Ask(Cancel() with { OrderId = "o2" }, Pending()));
        Expect.Denied("no_order", Ask(Cancel() with { OrderNumber = "#1002" }, Pending()));
    }

    [Theory]
    [InlineData(VerificationLevel.None, VerificationLevel.NameAndPostcode)]
    [InlineData(VerificationLevel.NameAndPostcode, VerificationLevel.OrderAndEmail)]
    [InlineData(VerificationLevel.OrderAndEmail, VerificationLevel.Account)]
    public void Less_proof_than_the_merchant_wants_is_not_enough(VerificationLevel has, VerificationLevel needs)
    {
        var policies = Open with { Actions = Open.Actions.SetItem(ActionKind.CancelOrder, new ActionRule { Level = needs }) };
        Expect.Denied("verification", Ask(Cancel(), Pending(), policies) with { Level = has });
        Expect.Confirmed(Ask(Cancel(), Pending(), policies) with { Level = needs });
    }

    [Fact]
    public void What_is_switched_off_is_never_done()
    {
        var off = Open with { Actions = Open.Actions.SetItem(ActionKind.CancelOrder, new ActionRule { Mode = ActionMode.Off }) };
        Expect.Denied("off", Ask(Cancel(), Pending(), off));
    }

    [Fact]
    public void What_the_platform_cannot_do_goes_to_a_person_unless_it_would_be_denied_anyway()
    {
        var pay = PayWith("gift");
        Expect.Denied("unsupported", Ask(pay, Pending()) with { Supported = false, PaymentMethods = [] });
        Expect.Denied("already_sent", Ask(pay, Sent("IN_TRANSIT")) with { Supported = false });
        Expect.Denied("not_yours", Ask(pay, Pending()) with { Supported = false, CustomerEmail = "eve@example.com" });
    }

    [Fact]
    public void Only_ones_own_address_is_changed()
    {
        var update = new UpdateCustomerAddress { CustomerId = "c1", Address = Away };
        Expect.Confirmed(Ask(update, null));
        Expect.Denied("not_yours", Ask(update with { CustomerId = "c2" }, null));
        Expect.Denied("not_yours", Ask(update, null) with { CustomerId = null });
        Expect.Denied("address_incomplete", Ask(update with { Address = Away with { Zip = " " } }, null));
    }

    [Fact]
    public void A_model_gets_no_tool_that_state_and_policy_do_not_allow()
    {
        var all = Enum.GetValues<ActionKind>();
        Assert.Empty(PolicyEngine.Permitted(VerificationLevel.None, new StorePolicies(), all));
        var known = PolicyEngine.Permitted(VerificationLevel.OrderAndEmail, new StorePolicies(), all);
        Assert.Contains(ActionKind.CancelOrder, known);
        Assert.DoesNotContain(ActionKind.ApplyDiscount, known);
        Assert.DoesNotContain(ActionKind.UpdateCustomerAddress, known);
        Assert.DoesNotContain(ActionKind.Refund, PolicyEngine.Permitted(VerificationLevel.Account, new StorePolicies(), [ActionKind.CancelOrder]));
        Assert.DoesNotContain(ActionKind.ApplyDiscount, PolicyEngine.Permitted(VerificationLevel.Account, Open with { Grants = [] }, all));
    }
}
