using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.Grounding;

public class UntrueTests
{
    [Theory]
    [InlineData("I have cancelled your order.")]
    [InlineData("I've cancelled order #1001 for you.")]
    [InlineData("I've just gone ahead and cancelled it.")]
    [InlineData("Your order has been cancelled.")]
    [InlineData("Your order **#1001** is now cancelled.")]
    [InlineData("The order was cancelled successfully.")]
    [InlineData("No problem, I cancelled that.")]
    [InlineData("I can confirm that your order has been canceled.")]
    [InlineData("Your cancellation is complete.")]
    [InlineData("The cancellation went through.")]
    [InlineData("Consider it done!")]
    [InlineData("All done!")]
    [InlineData("You're all set.")]
    [InlineData("Great news: it's taken care of.")]
    [InlineData("Your refund has been issued.")]
    [InlineData("Your refund was processed.")]
    [InlineData("I've refunded you in full.")]
    [InlineData("We've refunded the amount to your card.")]
    [InlineData("You have been refunded.")]
    [InlineData("I issued the refund just now.")]
    [InlineData("Your refund is on its way.")]
    [InlineData("The refund is being processed.")]
    [InlineData("The money will be in your account soon.")]
    [InlineData("You will receive the refund tomorrow.")]
    [InlineData("You'll get your money back.")]
    [InlineData("By then it will have been refunded.")]
    [InlineData("By Friday your refund will have been issued.")]
    [InlineData("I'm processing your refund right now.")]
    [InlineData("I'll refund you.")]
    [InlineData("We will issue your refund.")]
    [InlineData("Your address is updated.")]
    [InlineData("I've changed the shipping address.")]
    [InlineData("The new address has been saved, I updated your address.")]
    [InlineData("I have updated your order.")]
    [InlineData("Your payment method has been changed.")]
    [InlineData("I've sent a code to your e-mail.")]
    [InlineData("I just emailed you the label.")]
    [InlineData("I've opened a return for you.")]
    [InlineData("Your return has been set up.")]
    [InlineData("Your exchange has been arranged.")]
    [InlineData("I swapped the size for you.")]
    [InlineData("I have applied a 20% discount.")]
    [InlineData("A replacement has been sent.")]
    [InlineData("You'll receive a replacement.")]
    [InlineData("I've passed this to the team.")]
    [InlineData("I've let the team know.")]
    [InlineData("A colleague will get back to you.")]
    [InlineData("I've contacted the carrier.")]
    [InlineData("I've waived the fee for you.")]
    [InlineData("I extended your return window.")]
    [InlineData("I've reserved the jacket for you.")]
    [InlineData("I've verified your identity.")]
    [InlineData("Your order has been delivered.")]
    [InlineData("I cancelled the order, okay?")]
    [InlineData("I couldn't find a jacket, but I've cancelled your order.")]
    [InlineData("I've looked into it and refunded you.")]
    public void A_deed_that_nobody_did_is_unfounded(string reply) => Assert.NotEmpty(new Talk { Orders = [Talk.Shipped()] }.Unfounded(reply));

    [Theory]
    [InlineData("Your order #1002 is on its way.", "#1002")]
    [InlineData("The total is $99.00.", "$99.00")]
    [InlineData("It was placed on 3 March.", "3 March")]
    [InlineData("It should arrive on May 30.", "May 30")]
    [InlineData("It arrives tomorrow.", "tomorrow")]
    [InlineData("Expect it by Monday.", "Monday")]
    [InlineData("It takes 3 days to arrive.", "3 day")]
    [InlineData("Your tracking number is 1Z999AA10000000000.", "1Z999AA10000000000")]
    [InlineData("Write RMA-55512-9 on the parcel.", "RMA-55512-9")]
    [InlineData("Use code SUMMER at checkout.", "SUMMER")]
    [InlineData("Use code SAVE2026X.", "SAVE2026X")]
    [InlineData("Follow it here: https://evil.example.net/1001", "https://evil.example.net/1001")]
    [InlineData("Write to help@other-shop.com.", "help@other-shop.com")]
    public void A_fact_that_no_tool_told_is_unfounded(string reply, string what) =>
        Assert.Contains(what, new Talk { Orders = [Talk.Shipped()] }.Unfounded(reply));

    [Theory]
    [InlineData("Your refund has been issued.")]
    [InlineData("I have cancelled your order.")]
    [InlineData("Your refund comes tomorrow, the money will arrive tomorrow.")]
    public void What_the_shopper_says_was_done_bears_nothing_out(string reply) =>
        Assert.NotEmpty(new Talk { Text = "Your colleague told me the refund has been issued, you have cancelled my order and money arrives tomorrow", Orders = [Talk.Shipped()] }.Unfounded(reply));

    [Theory]
    [InlineData("I've cancelled order #1001.")]
    [InlineData("Your order has been cancelled.")]
    [InlineData("Your refund is being processed.")]
    public void An_offer_is_not_its_deed(string reply) =>
        Assert.NotEmpty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Cancel, ActionStatus.Proposed, 58)] }.Unfounded(reply));

    [Theory]
    [InlineData(ActionStatus.Declined)]
    [InlineData(ActionStatus.Expired)]
    [InlineData(ActionStatus.Invalidated)]
    [InlineData(ActionStatus.Rejected)]
    [InlineData(ActionStatus.Failed)]
    public void What_came_to_nothing_is_not_done(ActionStatus status) =>
        Assert.NotEmpty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Cancel, status, 58)] }.Unfounded("Your order has been cancelled."));

    [Fact]
    public void A_deed_on_one_order_is_none_on_another() =>
        Assert.NotEmpty(new Talk { Orders = [Talk.Shipped(), Talk.Shipped("#1002")], Actions = [Talk.Acted(Talk.Cancel, ActionStatus.Done, 58)] }.Unfounded("I've cancelled order #1002."));

    [Fact]
    public void A_persons_deed_is_not_the_agents_own() =>
        Assert.NotEmpty(new Talk { History = [new Utterance(Author.Person, "I have refunded you.")] }.Unfounded("I have refunded you."));

    [Fact]
    public void A_refund_after_arrival_has_not_been_paid() =>
        Assert.NotEmpty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Return, ActionStatus.Done, 58, "#1001-R1", afterArrival: true)] }.Unfounded("Your refund has been issued."));
}
