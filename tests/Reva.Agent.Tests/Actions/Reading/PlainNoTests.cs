namespace Reva.Agent.Tests.Actions.Reading;

/// <summary>What counts as a no, and what may be either.</summary>
public sealed class PlainNoTests
{
    [Theory]
    [InlineData("no")]
    [InlineData("No.")]
    [InlineData("nooo")]
    [InlineData("no thanks")]
    [InlineData("No, thank you!")]
    [InlineData("nope")]
    [InlineData("nah leave it")]
    [InlineData("stop")]
    [InlineData("don't")]
    [InlineData("please don't")]
    [InlineData("don't do it")]
    [InlineData("don't cancel it")]
    [InlineData("no, do not cancel my order")]
    [InlineData("never mind")]
    [InlineData("nvm")]
    [InlineData("ok never mind")]
    [InlineData("keep it")]
    [InlineData("I want to keep it")]
    [InlineData("keep my order please")]
    [InlineData("changed my mind")]
    [InlineData("I've changed my mind, thanks")]
    [InlineData("forget it")]
    [InlineData("not now")]
    [InlineData("I'd rather not")]
    [InlineData("absolutely not")]
    [InlineData("decline")]
    [InlineData("stop the cancellation")]
    [InlineData("cancel the cancellation")]
    [InlineData("no no no")]
    public void A_plain_no_leaves_it(string text) => Assert.Equal("no c", Confirming.Say(text, Confirming.Cancel));

    [Theory]
    [InlineData("cancel")]
    [InlineData("cancel that")]
    [InlineData("please cancel this")]
    [InlineData("I want to cancel it")]
    [InlineData("stop the order")]
    public void Words_that_go_either_way_are_asked_about(string text) => Assert.Equal("which", Confirming.Say(text, Confirming.Cancel));
}
