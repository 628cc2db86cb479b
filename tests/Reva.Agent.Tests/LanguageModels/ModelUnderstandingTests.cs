using Reva.Agent.LanguageModels;
using Reva.Agent.Ports;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.LanguageModels;

public class ModelUnderstandingTests
{
    private const string Said = "a waterproof jacket under 150, ada@example.com";

    [Fact]
    public async Task A_model_corrects_intent_mood_and_language_and_nothing_that_was_named()
    {
        var rules = Reading.Read(Said);
        var read = await CorrectedAsync("""Here you go: ```json {"intent":"complaint","sub_intents":["refund_request","complaint","nonsense",null],"sentiment":1,"confidence":7,"language":"DE"}```""");

        Assert.Equal((Intent.Complaint, 1, 1.0, "de"), (read.Intent, read.Sentiment, read.Confidence, read.Language));
        Assert.Equal(Intent.RefundRequest, Assert.Single(read.SubIntents));
        Assert.Equal(rules.Entities.MaxPrice, read.Entities.MaxPrice);
        Assert.Equal(rules.Entities.Emails.AsEnumerable(), read.Entities.Emails);
    }

    [Theory]
    [InlineData("")]
    [InlineData("The shopper wants a jacket.")]
    [InlineData("{\"intent\": ")]
    [InlineData("{\"intent\": \"steal\"}")]
    [InlineData("{\"intent\": 5}")]
    [InlineData("{\"sentiment\": 1}")]
    [InlineData("[1,2,3]")]
    [InlineData("}{")]
    [InlineData("{\"intent\":\"complaint\",\"sentiment\":\"awful\"}")]
    public async Task What_is_no_judgement_changes_nothing(string json) => Assert.Equal(Reading.Read(Said).Intent, (await CorrectedAsync(json)).Intent);

    [Fact]
    public async Task Figures_out_of_range_change_nothing()
    {
        var rules = Reading.Read(Said);
        var read = await CorrectedAsync("""{"intent":"complaint","sentiment":99,"language":"klingon"}""");
        Assert.Equal((rules.Sentiment, rules.Language, rules.Confidence), (read.Sentiment, read.Language, read.Confidence));
    }

    [Fact]
    public async Task Without_a_model_or_with_one_that_fails_the_rules_stand()
    {
        foreach (var models in (ScriptedModels[])[new(), new([ScriptedModels.Text("{")]) { BreaksWith = new ModelUnavailableException("down") }])
            Assert.Equal(Reading.Read(Said).Intent, (await new ModelUnderstanding(models, new Prompts()).CorrectAsync(Reading.Read(Said), Desk.Input(Said), default)).Intent);
    }

    [Fact]
    public async Task It_is_not_told_who_is_asking()
    {
        var models = new ScriptedModels([ScriptedModels.Text("{}")]);
        await new ModelUnderstanding(models, new Prompts()).CorrectAsync(Reading.Read(Said), Desk.Input(Said), default);
        Assert.DoesNotContain(Assert.Single(models.Asked).Messages, m => m.Text.Contains("ada@", StringComparison.Ordinal));
    }

    private static async Task<MessageMeaning> CorrectedAsync(string json) =>
        await new ModelUnderstanding(new ScriptedModels([ScriptedModels.Text(json)]), new Prompts()).CorrectAsync(Reading.Read(Said), Desk.Input(Said), default);
}
