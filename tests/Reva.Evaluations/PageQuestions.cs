using System.Text.Json;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;

namespace Reva.Evaluations;

/// <summary>Single questions about the shop, each the first of its conversation: what its pages say is found, what they do not say is not made up.</summary>
public sealed class PageQuestions(DemoStore store) : IClassFixture<DemoStore>
{
    private const double LeastAnswered = 0.9;
    private const double MostMadeUp = 0.05;

    [Fact]
    public async Task Nine_in_ten_are_answered_with_what_the_page_says()
    {
        var questions = Read<PageQuestion[]>("answered");
        var missed = new List<string>();
        foreach (var question in questions)
        {
            var answer = await AskAsync(question.Ask);
            if (!question.ContainsAny.Any(words => answer.Text.Contains(words, StringComparison.OrdinalIgnoreCase)))
                missed.Add($"{question.Ask} → {answer.Text}");
        }
        Assert.True(missed.Count <= questions.Length * (1 - LeastAnswered), $"{missed.Count} of {questions.Length} were not answered:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public async Task What_no_page_says_is_answered_from_none()
    {
        var questions = Read<string[]>("unanswered");
        var madeUp = new List<string>();
        foreach (var question in questions)
        {
            var answer = await AskAsync(question);
            if (answer.CitedUrls.Count > 0)
                madeUp.Add($"{question} → {answer.Text}");
        }
        Assert.True(madeUp.Count <= questions.Length * MostMadeUp, $"{madeUp.Count} of {questions.Length} were answered from a page that does not say it:\n{string.Join('\n', madeUp)}");
    }

    private async Task<Answer> AskAsync(string question)
    {
        await using var conversation = await Conversation.BeginAsync(store);
        return await conversation.SayAsync(question);
    }

    private static T Read<T>(string name)
    {
        using var file = typeof(PageQuestions).Assembly.GetManifestResourceStream($"pages.{name}")!;
        return JsonSerializer.Deserialize<T>(file, JsonSerializerOptions.Web)!;
    }

    private sealed record PageQuestion(string Ask, string[] ContainsAny);
}
