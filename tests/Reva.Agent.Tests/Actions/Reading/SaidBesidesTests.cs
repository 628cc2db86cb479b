namespace Reva.Agent.Tests.Actions.Reading;

/// <summary>An answer and something else in one message.</summary>
public sealed class SaidBesidesTests
{
    [Theory]
    [InlineData("yes, and also where is my order #2002?", "yes c | also where is my order #2002?")]
    [InlineData("Yes please. I also want to return a tent", "yes c | I also want to return a tent")]
    [InlineData("yes! By the way, do you sell tents?", "yes c | By the way, do you sell tents?")]
    [InlineData("Yes. Where is order #2002?", "yes c | Where is order #2002?")]
    [InlineData("no, I want to exchange the mug", "no c | I want to exchange the mug")]
    [InlineData("no, only the jacket", "no c | only the jacket")]
    [InlineData("Never mind. Do you sell tents?", "no c | Do you sell tents?")]
    [InlineData("no, why would I?", "no c | why would I?")]
    public void What_is_said_besides_is_answered_besides(string text, string answer) => Assert.Equal(answer, Confirming.Say(text, Confirming.Cancel));
}
