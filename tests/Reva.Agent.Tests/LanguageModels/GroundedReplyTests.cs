using Reva.Agent.Ports;
using Reva.Agent.Turns;
using static Reva.Agent.Tests.LanguageModels.ScriptedModels;

namespace Reva.Agent.Tests.LanguageModels;

public class GroundedReplyTests
{
    [Fact]
    public async Task A_model_is_told_what_is_unfounded_and_says_it_anew()
    {
        var desk = new Desk();
        var models = new ScriptedModels([Text("I've cancelled your order. Anything else?")], [Text("I can look into cancelling it. Which order is it?")]);

        var attempt = await desk.TryAsync(models, desk.Turn("please cancel my order"));

        Assert.Equal("I can look into cancelling it. Which order is it?", attempt.Answer!.Reply.Text);
        Assert.Equal(attempt.Answer.Reply.Text, desk.Shown);
        Assert.Equal(GroundingOutcome.Repaired, attempt.Answer.Grounding);
        Assert.StartsWith("I've cancelled your order", Assert.Single(attempt.Answer.TakenBack), StringComparison.Ordinal);
        Assert.Contains("I've cancelled your order", models.Asked[1].Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_said_twice_without_ground_is_left_out_when_the_rest_stands()
    {
        var desk = new Desk();
        var models = new ScriptedModels([Text("Your refund has been issued. Which order do you mean, by the way?")]);

        var attempt = await desk.TryAsync(models, desk.Turn("where is my refund"));

        Assert.Equal("Which order do you mean, by the way?", attempt.Answer!.Reply.Text);
        Assert.Equal(attempt.Answer.Reply.Text, desk.Shown);
        Assert.Equal(GroundingOutcome.Repaired, attempt.Answer.Grounding);
    }

    [Theory]
    [InlineData("Your refund has been issued.")]
    [InlineData("Your refund has been issued. It should be there soon, have a look at your account.")]
    [InlineData("It costs $19.99.")]
    public async Task What_does_not_stand_without_it_is_the_rule_planners_to_answer(string said)
    {
        var desk = new Desk();
        var attempt = await desk.TryAsync(new ScriptedModels([Text(said)]), desk.Turn());
        Assert.Equal(ModelAbsence.MadeUp, attempt.Absence);
        Assert.NotEmpty(attempt.Unfounded);
    }

    [Fact]
    public async Task What_is_true_goes_out_at_once()
    {
        var desk = new Desk("""{"price":"$20.00"}""");
        var models = new ScriptedModels([Call("note")], [Text("It costs $20.00.")]);
        var attempt = await desk.TryAsync(models, desk.Turn());
        Assert.Equal(GroundingOutcome.Ok, attempt.Answer!.Grounding);
        Assert.Equal(2, models.Asked.Count);
    }
}
