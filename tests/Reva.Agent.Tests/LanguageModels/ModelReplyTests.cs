using Microsoft.Extensions.AI;
using Reva.Agent.Ports;
using Reva.Agent.Turns;
using static Reva.Agent.Tests.LanguageModels.ScriptedModels;

namespace Reva.Agent.Tests.LanguageModels;

public class ModelReplyTests
{
    [Fact]
    public async Task Rounds_are_said_one_after_the_other_and_paid_together()
    {
        var desk = new Desk();
        var models = new ScriptedModels([Text("One moment."), Call("note", "x")], [Text(" That"), Text(" is it.")]);

        var answer = (await desk.TryAsync(models, desk.Turn())).Answer!;

        Assert.Equal("One moment.\n\nThat is it.", answer.Reply.Text);
        Assert.Equal(answer.Reply.Text, desk.Shown);
        Assert.Equal(new ModelUsage("scripted", 20, 10, 0m), answer.Usage);
        Assert.Equal(answer.Usage, models.Charged);
        var second = models.Asked[1].Messages;
        Assert.Equal("One moment.", second[^2].Text);
        Assert.Equal("""{"said":"yes"}""", second[^1].Contents.OfType<FunctionResultContent>().Single().Result);
    }

    [Fact]
    public async Task A_model_that_breaks_off_leaves_nothing_behind()
    {
        var desk = new Desk();
        var turn = desk.Turn();
        var models = new ScriptedModels([Call("note")], [Text("Half a ")]) { BreaksWith = new ModelUnavailableException("cut") };

        var attempt = await desk.TryAsync(models, turn);

        Assert.Equal(ModelAbsence.Failed, attempt.Absence);
        Assert.Empty(turn.Findings);
        Assert.Null(turn.WishedEscalation);
        Assert.Equal(new ModelUsage("scripted", 10, 5, 0m), models.Charged);
    }

    [Fact]
    public async Task Why_there_is_no_model_is_told()
    {
        var desk = new Desk();
        Assert.Equal(ModelAbsence.OverBudget, (await desk.TryAsync(new ScriptedModels(), desk.Turn())).Absence);
    }

    [Fact]
    public async Task A_model_that_only_ever_calls_tools_is_stopped_before_its_last_calls()
    {
        var desk = new Desk();
        var models = new ScriptedModels([[Call("note")]]);

        Assert.Equal(ModelAbsence.Failed, (await desk.TryAsync(models, desk.Turn())).Absence);

        Assert.Equal(models.Asked.Count - 1, desk.Arguments.Count);
        Assert.Equal(ChatToolMode.None, models.Asked[^1].Options!.ToolMode);
        Assert.All(models.Asked, asked => Assert.Single(asked.Options!.Tools!));
    }

    [Theory]
    [InlineData("It costs $20.", true)]
    [InlineData("Two cost $40 and you save 5 USD.", true)]
    [InlineData("It fits a budget of €150.", true)]
    [InlineData("It costs $19.99.", false)]
    [InlineData("Only 3 dollars today!", false)]
    [InlineData("It weighs 311 g.", true)]
    public async Task Sums_of_money_must_have_been_told(string said, bool stands)
    {
        var desk = new Desk("""{"price":"$20.00","was":"$25.00"}""");

        var attempt = await desk.TryAsync(new ScriptedModels([Call("note")], [Text(said)]), desk.Turn("a jacket under 150"));

        Assert.Equal(stands ? null : ModelAbsence.MadeUp, attempt.Absence);
    }

    [Fact]
    public async Task Tools_are_given_what_references_stand_for_and_models_what_results_do_not_tell()
    {
        var desk = new Desk("""{"to":"ada@example.com","score":0.73423423423423421}""");
        var models = new ScriptedModels([Call("note", "write to [email_1] \"now\"")], [Text("Written to [email_1].")]);

        var answer = (await desk.TryAsync(models, desk.Turn("I am ada@example.com"))).Answer!;

        Assert.Contains("write to ada@example.com", Assert.Single(desk.Arguments), StringComparison.Ordinal);
        Assert.Equal("""{"to":"[email_1]","score":0.73423423423423421}""", models.Asked[1].Messages[^1].Contents.OfType<FunctionResultContent>().Single().Result);
        Assert.Equal("Written to ada@example.com.", answer.Reply.Text);
    }

    [Fact]
    public async Task A_tool_that_was_not_offered_and_calls_beyond_measure_are_refused()
    {
        var desk = new Desk();
        var models = new ScriptedModels([Call("get_order"), .. Enumerable.Repeat(Call("note"), 20)], [Text("Well.")]);

        await desk.TryAsync(models, desk.Turn());

        Assert.Equal(5, desk.Arguments.Count);
        Assert.Equal(16, models.Asked[1].Messages[^1].Contents.OfType<FunctionResultContent>().Count(r => ((string)r.Result!).Contains("cannot be used", StringComparison.Ordinal)));
    }
}
