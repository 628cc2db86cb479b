using Reva.Agent.Actions.Reading;

namespace Reva.Agent.Tests.Actions.Reading;

/// <summary>With more than one proposal open a yes says which, and with none it is to something else.</summary>
public sealed class WhichOfSeveralTests
{
    [Theory]
    [InlineData("yes", "which")]
    [InlineData("do it", "which")]
    [InlineData("both", "none")]
    [InlineData("yes both", "yes c,r")]
    [InlineData("confirm both", "yes c,r")]
    [InlineData("do both", "yes c,r")]
    [InlineData("yes to both please", "yes c,r")]
    [InlineData("yes to all", "yes c,r")]
    [InlineData("yes to the first", "yes c")]
    [InlineData("the second one yes", "yes r")]
    [InlineData("yes, the last one", "yes r")]
    [InlineData("yes to #1002", "yes r")]
    [InlineData("yes, 2", "yes r")]
    [InlineData("only the first one, yes", "yes c")]
    [InlineData("yes but only the first one", "none")]
    [InlineData("cancel it", "yes c")]
    [InlineData("yes, return it", "yes r")]
    [InlineData("yes, the kettle", "yes r")]
    [InlineData("the first one yes, not the second", "yes c no r")]
    [InlineData("yes to the first but not the second", "yes c no r")]
    [InlineData("first yes, second no", "yes c no r")]
    [InlineData("yes to the return, don't cancel my order", "yes r no c")]
    [InlineData("go ahead with the cancellation, keep the kettle", "yes c no r")]
    [InlineData("yes to the first, no to the first", "none")]
    [InlineData("yes to the third", "none")]
    [InlineData("yes all three", "yes c,r")]
    [InlineData("no", "no c,r")]
    [InlineData("neither", "no c,r")]
    [InlineData("no to the second", "no r")]
    [InlineData("not the first", "no c")]
    [InlineData("cancel the return", "no r")]
    [InlineData("no, the second one", "which")]
    public void With_two_open_a_yes_says_which(string text, string answer) => Assert.Equal(answer, Confirming.Say(text, Confirming.Cancel, Confirming.Return));

    [Fact]
    public void Once_asked_which_to_name_one_is_enough()
    {
        OpenProposal[] open = [Confirming.Cancel, Confirming.Refund];
        Assert.Equal("yes c", Confirming.Show(Confirmations.Read("the first one", open, askedWhich: true)));
        Assert.Equal("yes f", Confirming.Show(Confirmations.Read("the refund", open, askedWhich: true)));
        Assert.Equal("yes c,f", Confirming.Show(Confirmations.Read("both", open, askedWhich: true)));
        Assert.Equal("which", Confirming.Show(Confirmations.Read("that one", open, askedWhich: true)));
        Assert.Equal("none", Confirming.Show(Confirmations.Read("the first one", open)));
        Assert.Equal("none", Confirming.Show(Confirmations.Read("thanks", open, askedWhich: true)));
    }

    [Fact]
    public void Without_a_proposal_a_yes_is_to_something_else() => Assert.Equal("none", Confirming.Say("yes"));
}
