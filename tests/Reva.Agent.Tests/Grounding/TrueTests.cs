using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Conversations;
using Reva.Core.Customers;

namespace Reva.Agent.Tests.Grounding;

public class TrueTests
{
    [Theory]
    [InlineData("I can cancel order #1001 for you. Shall I?")]
    [InlineData("Would you like me to cancel it?")]
    [InlineData("Your order has not been cancelled.")]
    [InlineData("Nothing has been changed yet.")]
    [InlineData("I haven't cancelled anything.")]
    [InlineData("No refund has been issued so far.")]
    [InlineData("I can't refund that myself.")]
    [InlineData("Has the refund been issued already?")]
    [InlineData("If your order has been cancelled, the money goes back to your card.")]
    [InlineData("Once it has been returned, we check it.")]
    [InlineData("Refunds are issued to the original payment method.")]
    [InlineData("It may have been delivered to a neighbour.")]
    [InlineData("It should have been sent to you by e-mail.")]
    [InlineData("I've found three jackets.")]
    [InlineData("I've looked it up.")]
    [InlineData("I checked, and it is on its way.")]
    [InlineData("I've updated the list for you.")]
    [InlineData("Your order **#1001** has been shipped.")]
    [InlineData("It left us on Monday, 18 May, with UPS.")]
    [InlineData("It's expected on Friday, 22 May.")]
    [InlineData("It should reach you in 2 days.")]
    [InlineData("Expect it by Friday.")]
    [InlineData("You placed it on 13 May.")]
    [InlineData("UPS has it under 1Z999AA10123456784: https://track.example.com/1Z999AA10123456784.")]
    [InlineData("Two kettles at $29.00 come to $58.00.")]
    [InlineData("You say that it was cancelled; I see it as shipped.")]
    [InlineData("I'll gladly look for another one.")]
    [InlineData("I'm sorry that this happened.")]
    [InlineData("The kettle is made of steel and was designed in Denver.")]
    [InlineData("We answer within one business day.")]
    public void What_claims_nothing_or_what_was_told_stands(string reply) => Assert.Empty(new Talk { Orders = [Talk.Shipped()] }.Unfounded(reply));

    [Theory]
    [InlineData("I've cancelled order #1001.")]
    [InlineData("Your order has been cancelled.")]
    [InlineData("Your order #1001 is now cancelled.")]
    [InlineData("Done: order **#1001** is cancelled. $58.00 goes back to Visa ending 4242.")]
    [InlineData("All done!")]
    [InlineData("Your cancellation went through and $58.00 has been refunded.")]
    [InlineData("Your refund of $58.00 is on its way.")]
    [InlineData("You'll get your money back on the Visa.")]
    [InlineData("I've cancelled it and refunded you.")]
    public void A_deed_that_was_done_may_be_told(string reply) =>
        Assert.Empty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Cancel, ActionStatus.Done, 58)] }.Unfounded(reply));

    [Theory]
    [InlineData("Order #1001 will be cancelled and you'll get $58.00 back. Shall I go ahead?")]
    [InlineData("I'll cancel order #1001 once you confirm.")]
    [InlineData("Your $58.00 will be refunded to Visa ending 4242.")]
    public void What_is_offered_may_be_told_as_to_come(string reply) =>
        Assert.Empty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Cancel, ActionStatus.Proposed, 58)] }.Unfounded(reply));

    [Theory]
    [InlineData("Your return is open, number #1001-R1.")]
    [InlineData("I've set up the return; write #1001-R1 on the parcel.")]
    [InlineData("Your return has been created. You'll get $58.00 back when it has arrived.")]
    public void A_return_may_be_told_of(string reply) =>
        Assert.Empty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Return, ActionStatus.Done, 58, "#1001-R1", afterArrival: true)] }.Unfounded(reply));

    [Theory]
    [InlineData("I've changed the address to 5 Main St, Denver.")]
    [InlineData("The address of order #1001 is updated.")]
    [InlineData("I have updated your order.")]
    public void A_change_may_be_told_of(string reply) => Assert.Empty(new Talk { Orders = [Talk.Shipped()], Actions = [Talk.Acted(Talk.Readdress, ActionStatus.Done)] }.Unfounded(reply));

    [Theory]
    [InlineData("I've passed this to the team; someone will get back to you here.")]
    [InlineData("The team has been informed.")]
    [InlineData("I've let a colleague know.")]
    public void Who_was_handed_over_may_hear_so(string reply) => Assert.Empty(new Talk { Escalated = true }.Unfounded(reply));

    [Theory]
    [InlineData("Your refund has been issued by our team.")]
    [InlineData("We've refunded you.")]
    public void A_persons_deed_may_be_told_as_theirs(string reply) => Assert.Empty(new Talk { History = [new Utterance(Author.Person, "I have refunded you just now.")] }.Unfounded(reply));

    [Theory]
    [InlineData("I've sent a six-digit code to your e-mail address.")]
    [InlineData("The code has been sent.")]
    public void A_code_that_went_out_may_be_told_of(string reply) =>
        Assert.Empty(new Talk { Identity = new Identity { Code = new SentCode("ada@example.com", null, "", "", Talk.Now.AddMinutes(9), 0) } }.Unfounded(reply));

    [Theory]
    [InlineData("I've verified who you are.")]
    [InlineData("You've been verified.")]
    public void A_proof_may_be_told_of(string reply) =>
        Assert.Empty(new Talk { Identity = new Identity { Email = "ada@example.com", Level = VerificationLevel.Account, Until = Talk.Now.AddHours(1) } }.Unfounded(reply));

    [Theory]
    [InlineData("Your refund will be issued within 5–7 business days. [1]")]
    [InlineData("You have 30 days to return it [1].")]
    public void What_a_cited_page_says_stands(string reply) =>
        Assert.Empty(new Talk { Tools = ["""{"passages":[{"text":"You have 30 days. Your refund will be issued within 5–7 business days."}]}"""] }.Unfounded(reply));
}
