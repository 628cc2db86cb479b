namespace Reva.Agent.Tests.Actions.Reading;

/// <summary>An answer that names what it is about counts for that alone.</summary>
public sealed class NamedActionTests
{
    [Theory]
    [InlineData("yes, return it", "yes r")]
    [InlineData("return the blue kettle please", "yes r")]
    [InlineData("yes, send it back", "yes r")]
    [InlineData("retrun it", "yes r")]
    [InlineData("yes the kettle", "yes r")]
    [InlineData("yes the jacket", "none")]
    [InlineData("yes, cancel it", "none")]
    [InlineData("yes, exchange it", "none")]
    [InlineData("yes return the whole order", "none")]
    [InlineData("yes return everything", "none")]
    [InlineData("I don't want it", "none")]
    [InlineData("can I return it", "none")]
    [InlineData("cancel the return", "no r")]
    [InlineData("cancel that", "no r")]
    [InlineData("cancel it", "no r")]
    [InlineData("cancel my order", "none")]
    [InlineData("don't return it", "no r")]
    [InlineData("don't refund it", "none")]
    [InlineData("don't cancel the return", "which")]
    public void A_return_is_not_a_cancellation(string text, string answer) => Assert.Equal(answer, Confirming.Say(text, Confirming.Return));

    [Theory]
    [InlineData("yes", "yes t")]
    [InlineData("yes, both", "none")]
    [InlineData("yes, the blue kettle", "none")]
    [InlineData("yes, the blue one", "none")]
    [InlineData("yes, the blue kettle and the red kettle", "none")]
    [InlineData("yes, return all of them", "yes t")]
    public void A_yes_to_a_part_is_no_yes_to_the_whole(string text, string answer) => Assert.Equal(answer, Confirming.Say(text, Confirming.ReturnOfTwo));

    [Theory]
    [InlineData("yes, ship it there", "yes a")]
    [InlineData("change the address", "yes a")]
    [InlineData("yes update my address please", "yes a")]
    [InlineData("yes change the payment method", "none")]
    [InlineData("yes but to number 12", "none")]
    [InlineData("yes, 80279", "none")]
    public void A_change_of_address_is_named_by_what_it_changes(string text, string answer) => Assert.Equal(answer, Confirming.Say(text, Confirming.Address));
}
