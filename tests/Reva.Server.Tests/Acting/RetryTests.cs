using Reva.Core.Actions;
using Reva.Server.Tests.Contracts;
using Reva.Testing.Hub;

namespace Reva.Server.Tests.Acting;

/// <summary>One yes, said many times and in many ways at once, is one effect; two who want the same get it once.</summary>
public sealed class RetryTests(ActingServer reva) : IClassFixture<ActingServer>
{
    public static TheoryData<ActionKind> Kinds => [.. Enum.GetValues<ActionKind>().Except([ActionKind.ChangePaymentMethod])];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Five_clicks_from_two_tabs_at_once_are_one_effect(ActionKind kind)
    {
        var planted = await reva.Planting.ProposeAsync(kind);
        var before = await reva.Shop.EffectsAsync(OrderOf(planted));
        await using var first = await reva.ArriveAsync(planted);
        await using var second = await reva.ArriveAsync(planted);

        var answers = await Task.WhenAll(new[] { first, second, first, second, first }.Select(tab => ActingServer.ConfirmAsync(tab, planted)));

        Assert.All(answers, status => Assert.Contains(status, new[] { "confirmed", "running", "done" }));
        await AssertOnceAsync(planted, before);
        // All that the widget is told of it is what the contract says.
        var told = (await (await reva.ArriveAsync(planted)).EverythingAsync()).SkipWhile(e => (string)e["type"]! != "action.proposed").Where(e => (string)e["type"]! != "text.completed" || Tracks.IsReply(e)).ToList();
        Assert.Equal(["action.proposed", "action.updated"], told.Select(e => (string)e["type"]!).Distinct().Take(2));
        Assert.Empty(told.SelectMany(EventTypes.Differences));
    }

    [Fact]
    public async Task Five_confirmations_of_a_program_under_one_key_are_one_effect_and_one_answer()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        var before = await reva.Shop.EffectsAsync(planted.Order.Number);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => reva.Program.CallAsync("POST", planted.Path + "/confirm", (object?)null, "the-one-key")));

        await AssertOnceAsync(planted, before);
        var late = await reva.Program.CallAsync("POST", planted.Path + "/confirm", (object?)null, "the-one-key");
        Assert.All(answers, answer => Assert.Equal((200, late.Text), (answer.Status, answer.Text)));
        Assert.Equal("done", await reva.CallAsync(planted, "confirm", key: "another-key"));
    }

    [Fact]
    public async Task A_yes_in_words_and_clicks_at_once_are_one_effect()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund);
        var before = await reva.Shop.EffectsAsync(planted.Order.Number);
        await using var tab = await reva.ArriveAsync(planted);
        await using var other = await reva.ArriveAsync(planted);

        await Task.WhenAll(tab.SayAsync("yes please"), other.SayAsync("yes"), ActingServer.ConfirmAsync(tab, planted), ActingServer.ConfirmAsync(other, planted), reva.CallAsync(planted, "confirm"));

        await AssertOnceAsync(planted, before, told: false);
    }

    [Fact]
    public async Task A_yes_and_a_no_at_once_are_one_of_the_two()
    {
        var ends = new HashSet<string>();
        for (var round = 0; round < 6; round++)
        {
            var planted = await reva.Planting.ProposeAsync(ActionKind.CancelOrder);
            await using var tab = await reva.ArriveAsync(planted);
            await using var other = await reva.ArriveAsync(planted);
            var (yes, no) = (ActingServer.ConfirmAsync(tab, planted), ActingServer.AnswerAsync(other, "Decline", planted.ConversationId, planted.ActionId));
            await Task.WhenAll(yes, no);
            await reva.EndedAsync([planted], "done", "declined");
            ends.Add(await reva.Tracks.StatusAsync(planted));
            Assert.Equal(await reva.Tracks.StatusAsync(planted) == "done" ? ["orderCancel"] : [], (await reva.Shop.EffectsAsync(planted.Order.Number)).Where(e => e == "orderCancel"));
        }
        Assert.NotEmpty(ends);
    }

    [Theory]
    [InlineData(ActionKind.Refund, "refundCreate")]
    [InlineData(ActionKind.ReturnItems, "returnCreate")]
    [InlineData(ActionKind.ExchangeItems, "returnCreate")]
    [InlineData(ActionKind.CancelOrder, "orderCancel")]
    [InlineData(ActionKind.ChangeItems, "orderEditCommit")]
    public async Task Two_conversations_that_want_the_same_at_once_get_it_once_and_the_other_is_told(ActionKind kind, string effect)
    {
        var first = await reva.Planting.ProposeAsync(kind);
        var second = await reva.Planting.ProposeOnAsync(kind, first.Order.Number);

        await Task.WhenAll(reva.CallAsync(first, "confirm"), reva.CallAsync(second, "confirm"));

        await reva.EndedAsync([first, second], "done", "invalidated", "failed");
        Planted[] both = [first, second];
        var states = await Task.WhenAll(both.Select(reva.Tracks.StatusAsync));
        Assert.Equal(1, states.Count(s => s == "done"));
        Assert.Equal([effect], (await reva.Shop.EffectsAsync(first.Order.Number)).Where(e => e == effect));
        var loser = both[Array.FindIndex(states, s => s != "done")];
        await reva.Tracks.ToldAsync([loser], states.Single(s => s != "done"));
        var told = (await reva.Tracks.EventsAsync(loser)).Single(Tracks.IsReply);
        Assert.Contains("nothing", (string)told["text"]!, StringComparison.OrdinalIgnoreCase);
        await reva.Acting.AssertAuditWholeAsync(reva.Server.Http);
    }

    private static string? OrderOf(Planted planted) => planted.Action.Action is OrderAction ? planted.Order.Number : null;

    private async Task AssertOnceAsync(Planted planted, List<string> before, bool told = true)
    {
        await reva.Tracks.ToldAsync([planted]);
        if (told)
            await reva.Tracks.AssertOnceAsync(planted);
        var after = await reva.Shop.EffectsAsync(OrderOf(planted));
        foreach (var name in before)
            after.Remove(name);
        // Edits are begun to ask what they would cost, too.
        Assert.All(after.Where(name => name is "orderCancel" or "orderUpdate" or "orderEditCommit" or "returnCreate" or "refundCreate" or "discountCodeBasicCreate").GroupBy(name => name), name => Assert.Single(name));
        await reva.Acting.AssertAuditWholeAsync(reva.Server.Http);
    }
}
