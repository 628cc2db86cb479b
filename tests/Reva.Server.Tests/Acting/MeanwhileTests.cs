using Reva.Core.Actions;
using Reva.Testing.Hub;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>What happens while an action is on its way: people who come in, decisions that cross, a database that goes away.</summary>
public sealed class MeanwhileTests(MeanwhileTests.Asking reva) : IClassFixture<MeanwhileTests.Asking>
{
    private const string AskFirst = """
        {"actions":{"refund":{"mode":"ask_person","perOrder":null,"perCustomerDay":null,"perStoreDay":null},"return_items":{"perCustomerDay":null,"perStoreDay":null}}}
        """;

    [Fact]
    public async Task A_takeover_lets_a_running_action_end_and_silences_the_agent()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ReturnItems, AskFirst);
        await reva.Shop.FaultAsync(new { service = "shopify", kind = "hold", operation = "CreateReturn", count = 1 });
        await using var shopper = await reva.ArriveAsync(planted);
        await ActingServer.ConfirmAsync(shopper, planted);
        await Eventually.Is("the shop is at work", async () => await reva.Shop.WaitingAsync() == 1);

        await TakeOverAsync(planted);
        await reva.Shop.HealAsync();
        await reva.EndedAsync([planted], "done");

        Assert.Equal(["returnCreate"], (await reva.Shop.EffectsAsync(planted.Order.Number)).Where(e => e == "returnCreate"));
        var after = (await reva.Tracks.EventsAsync(planted)).SkipWhile(e => (string)e["type"]! != "taken_over").Select(e => (string)e["type"]!).ToList();
        Assert.Contains("action.updated", after);
        Assert.DoesNotContain(after, type => type is "text.completed" or "turn.started");

        Assert.Equal(200, (await reva.Program.CallAsync("POST", $"conversations/{planted.ConversationId}/handback", new { })).Status);
        await reva.Tracks.ToldAsync([planted]);
        await reva.Tracks.AssertOnceAsync(planted);
    }

    [Fact]
    public async Task During_a_takeover_the_customers_yes_still_counts_once_and_the_agent_says_nothing()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ReturnItems, AskFirst);
        await TakeOverAsync(planted);
        await using var shopper = await reva.ArriveAsync(planted);
        await Task.WhenAll(ActingServer.ConfirmAsync(shopper, planted), ActingServer.ConfirmAsync(shopper, planted));
        await reva.EndedAsync([planted], "done");
        Assert.DoesNotContain((await reva.Tracks.EventsAsync(planted)).SkipWhile(e => (string)e["type"]! != "taken_over"), e => (string)e["type"]! is "text.completed" or "turn.started");
    }

    [Fact]
    public async Task An_approval_and_a_no_at_the_same_moment_are_one_of_the_two()
    {
        for (var round = 0; round < 6; round++)
        {
            var planted = await reva.Planting.ProposeAsync(ActionKind.Refund, AskFirst);
            await using var shopper = await reva.ArriveAsync(planted);
            Assert.Equal("waiting_approval", await ActingServer.ConfirmAsync(shopper, planted));

            var (approval, no) = (reva.CallAsync(planted, "approve", new { person = "Dana" }), ActingServer.AnswerAsync(shopper, "Decline", planted.ConversationId, planted.ActionId));
            await Task.WhenAll(approval, no);
            await reva.EndedAsync([planted], "done", "declined");

            var done = await reva.Tracks.StatusAsync(planted) == "done";
            Assert.Equal(done ? 1 : 0, (await reva.Shop.EffectsAsync(planted.Order.Number)).Count(e => e == "refundCreate"));
            Assert.Equal(done, await approval is "confirmed" or "running" or "done");
        }
        await reva.Acting.AssertAuditWholeAsync(reva.Server.Http);
    }

    [Fact]
    public async Task Five_approvals_and_a_rejection_at_once_are_one_decision()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund, AskFirst);
        await using var shopper = await reva.ArriveAsync(planted);
        await ActingServer.ConfirmAsync(shopper, planted);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => reva.CallAsync(planted, "approve", new { person = $"Dana {n}" })).Append(reva.CallAsync(planted, "reject", new { person = "Lee", reason = "Not this one." })));
        await reva.EndedAsync([planted], "done", "rejected");

        var audit = await reva.Tracks.AuditAsync(planted);
        Assert.Single(audit.Split(' '), e => e is "approved" or "rejected");
        Assert.Equal(await reva.Tracks.StatusAsync(planted) == "done" ? 1 : 0, (await reva.Shop.EffectsAsync(planted.Order.Number)).Count(e => e == "refundCreate"));
    }

    [Fact]
    public async Task Nobody_approves_what_the_customer_has_not_said_yes_to()
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.Refund, AskFirst);
        Assert.Equal("proposed", await reva.CallAsync(planted, "approve", new { person = "Dana" }));
        Assert.Equal("proposed", await reva.CallAsync(planted, "reject", new { person = "Dana", reason = "No." }));
        Assert.Empty(await reva.Shop.EffectsAsync(planted.Order.Number));
    }

    [Theory]
    [InlineData("confirmed")]
    [InlineData("running")]
    [InlineData("done")]
    [InlineData(CommitGate.TurnEnds)]
    public async Task A_database_cut_in_the_middle_of_a_commit_loses_and_doubles_nothing(string commit)
    {
        var planted = await reva.Planting.ProposeAsync(ActionKind.ReturnItems, AskFirst);
        await using var shopper = await reva.ArriveAsync(planted);
        await reva.Gate.CloseAsync(commit);
        var answer = ActingServer.ConfirmAsync(shopper, planted);
        await Eventually.Is("the commit is under way", reva.Gate.IsMetAsync);

        await reva.Gate.OpenAsync();

        try
        {
            await answer;
        }
        catch (HubFailure failure) when (failure.Code == "unavailable")
        {
            await ActingServer.ConfirmAsync(shopper, planted);
        }
        await reva.Tracks.ToldAsync([planted]);
        await reva.Tracks.AssertOnceAsync(planted);
        Assert.Equal(["returnCreate"], (await reva.Shop.EffectsAsync(planted.Order.Number)).Where(e => e == "returnCreate"));
        await reva.Acting.AssertAuditWholeAsync(reva.Server.Http);
    }

    private async Task TakeOverAsync(Planted planted) =>
        Assert.Equal(200, (await reva.Program.CallAsync("POST", $"conversations/{planted.ConversationId}/takeover", new { person = "Dana" })).Status);

    /// <summary>A server whose merchant wants to agree to refunds.</summary>
    public sealed class Asking : ActingServer, IAsyncLifetime
    {
        internal CommitGate Gate { get; private set; } = null!;

        protected override string Policies => AskFirst;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Gate = await CommitGate.BeforeAsync(Acting.ConnectionString);
        }

        async Task IAsyncLifetime.DisposeAsync()
        {
            await DisposeAsync();
            await Gate.DisposeAsync();
        }
    }
}
