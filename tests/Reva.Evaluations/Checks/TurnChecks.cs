using System.Globalization;
using System.Text.RegularExpressions;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;

namespace Reva.Evaluations.Checks;

/// <summary>Plays a talk and checks every answer.</summary>
internal static partial class TurnChecks
{
    public static async Task PlayAsync(Talk talk, EvaluatedStore store)
    {
        await using var conversation = await Conversation.BeginAsync(store, talk.Page);
        for (var i = 0; i < talk.Turns.Count; i++)
        {
            var turn = talk.Turns[i];
            var answer = await conversation.SayAsync(store.Facts.Fill(turn.Say));
            try
            {
                NothingInvented.In(answer, conversation, store.Facts);
                Check(turn, answer, conversation, store.Facts);
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                throw new Xunit.Sdk.XunitException($"Turn {(i + 1).ToString(CultureInfo.InvariantCulture)}, “{conversation.Said[^1]}” [{answer.Intent}] → “{answer.Text}” cards {string.Join(", ", answer.Cards.Select(c => c.Title))}\n{wrong.Message}", wrong);
            }
            if (answer.Cards.Count > 0)
                conversation.Shown.Add(answer.Cards);
        }
    }

    private static void Check(Turn turn, Answer answer, Conversation talk, StoreFacts facts)
    {
        if (turn.Intent is { } intent)
            Assert.Equal(intent, answer.Intent);
        if (turn.Products is { Most: 0 })
            Assert.Empty(answer.Cards);
        else if (turn.Products is { } products)
            ProductsAsked.Are(products, answer, talk, facts);
        if (turn.Order is { } status)
            CheckOrder(status, turn, answer, facts);
        Assert.All(turn.Contains, w => Assert.Contains(facts.Fill(w), answer.Text, StringComparison.OrdinalIgnoreCase));
        Assert.True(turn.ContainsAny.Count == 0 || turn.ContainsAny.Any(w => answer.Text.Contains(facts.Fill(w), StringComparison.OrdinalIgnoreCase)), $"None of {string.Join(" | ", turn.ContainsAny)} is said.");
        Assert.All(turn.Lacks, w => Assert.DoesNotContain(facts.Fill(w), answer.Text, StringComparison.OrdinalIgnoreCase));
        var cited = answer.CitedUrls.Select(u => new Uri(u).AbsolutePath).ToList();
        Assert.True(turn.Cites.Count == 0 || turn.Cites.Any(cited.Contains), $"Cited is {string.Join(", ", cited)} instead of {string.Join(" or ", turn.Cites)}.");
        if (turn.CitesNothing)
            Assert.Empty(cited);
        CheckEscalation(turn, answer, facts);
    }

    private static void CheckOrder(string named, Turn turn, Answer answer, StoreFacts facts)
    {
        var (status, at) = named.Split(':') is [var s, var n] ? (s, int.Parse(n, CultureInfo.InvariantCulture)) : (named, 0);
        var order = facts.Order(status, at);
        OrderTold.Truly(order, status, answer);
        if (turn.Tells.Count == 0)
            OrderTold.SaysState(status, answer);
        Assert.All(turn.Tells, fact => OrderTold.Tells(fact, order, answer));
    }

    private static void CheckEscalation(Turn turn, Answer answer, StoreFacts facts)
    {
        if (turn.Escalated is not { } reason)
            return;
        if (reason == "no")
        {
            Assert.Equal("open", answer.Status);
            return;
        }
        Assert.Equal("escalated", answer.Status);
        Assert.Equal(reason, (string)answer.Escalation!["reason"]!);
        Assert.Matches(Ticket(), (string)answer.Escalation["ticket_id"]!);
        if (turn.Priority is { } priority)
            Assert.Equal(priority, (string)answer.Escalation["priority"]!);
        Assert.All(turn.Summary, w => Assert.Contains(facts.Fill(w), (string)answer.Escalation["summary"]!, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex("^T-[0-9A-Z]{8}$")]
    private static partial Regex Ticket();
}
