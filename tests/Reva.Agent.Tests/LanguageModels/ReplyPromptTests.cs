using Microsoft.Extensions.AI;
using Reva.Agent.LanguageModels;
using Reva.Agent.Privacy;
using Reva.Agent.Turns;
using Reva.Core.Conversations;

namespace Reva.Agent.Tests.LanguageModels;

public class ReplyPromptTests
{
    [Fact]
    public void It_tells_the_rules_the_shop_and_the_conversation_in_order()
    {
        var desk = new Desk();
        var messages = Messages(desk, desk.Turn("where is it?", new(Author.Shopper, "hello"), new(Author.Agent, "Hi, how can I help?")));

        Assert.Equal([ChatRole.System, ChatRole.User, ChatRole.Assistant, ChatRole.User], messages.Select(m => m.Role));
        foreach (var part in (string[])["Say only what a tool told you", "Your part: everything else", "Shop: Fern.", "Brand voice: Warm and short.", "Today: 2026-05-20", "not proved"])
            Assert.Contains(part, messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("where is it?", messages[^1].Text);
    }

    [Fact]
    public void Personal_data_is_nowhere_in_it_and_the_same_value_is_the_same_reference_everywhere()
    {
        var desk = new Desk();
        var turn = desk.Turn("again: ada@example.com", new(Author.Shopper, "my name is Ada Lovelace, ada@example.com"), new(Author.Agent, "Thank you, Ada Lovelace."));
        turn.Memory = turn.Memory with { Identity = new Identity { Email = "ada@example.com", OrderNumbers = ["#1001"], Until = turn.Input.Now.AddHours(1) } };
        var messages = Messages(desk, turn);

        Assert.All(messages, m => Assert.DoesNotContain("ada", m.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("proved to be [email_1]", messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("again: [email_1]", messages[^1].Text);
        Assert.Equal("Thank you, [name_1].", messages[^2].Text);
    }

    [Fact]
    public void Of_a_long_conversation_the_latest_part_is_told()
    {
        var desk = new Desk();
        var messages = Messages(desk, desk.Turn("now", [.. Enumerable.Range(0, 60).Select(n => new Utterance(Author.Shopper, $"message {n}."))]));

        Assert.InRange(messages.Count, 10, 30);
        Assert.Equal("message 59.", messages[^2].Text);
    }

    private static List<ChatMessage> Messages(Desk desk, TurnContext turn) => new ReplyPrompt(new Prompts()).For(desk, turn, new PersonalDataMask());
}
