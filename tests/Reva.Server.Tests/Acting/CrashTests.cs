using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>
/// The process is killed, as kill -9 does, at every point between a customer's yes and the words about it, with one action of each kind on
/// its way. A new process brings each to its end: done once in the shop, told once, the audit whole.
/// </summary>
public sealed class CrashTests(CrashHouse house) : IClassFixture<CrashHouse>, IAsyncLifetime
{
    private IReadOnlyList<Planted> _all = [];
    private List<Task> _answers = [];

    public async Task InitializeAsync() => _all = await house.PlantAsync();

    public Task DisposeAsync() => house.Shop.HealAsync();

    [Fact]
    public async Task Killed_before_the_yes_is_stored_nothing_happens_until_it_is_said_again()
    {
        await ConfirmUntilHeldBackAsync("confirmed");
        await KillAsync();
        await house.Gate.OpenAsync();
        await house.Server.Start();

        Assert.All(await Task.WhenAll(_all.Select(house.Tracks.StatusAsync)), status => Assert.Equal("proposed", status));
        Assert.Empty(await house.EffectsAsync());
        await Task.WhenAll(house.Confirm(_all));
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_before_the_intent_is_stored_it_begins_again()
    {
        await ConfirmUntilHeldBackAsync("running");
        await AnsweredAsync();
        await KillAsync();
        await house.Gate.OpenAsync();

        Assert.Empty(await house.EffectsAsync());
        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_after_the_intent_with_a_call_that_never_reached_the_shop_it_is_done_after_all()
    {
        await ConfirmUntilAllCallsWaitAsync("silence");
        Assert.Empty(await house.EffectsAsync());
        await KillAsync();
        await house.Shop.HealAsync();

        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_during_the_call_what_the_shop_has_done_meanwhile_is_found_there()
    {
        await ConfirmUntilAllCallsWaitAsync("hold");
        await KillAsync();
        await house.Shop.HealAsync();

        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_when_the_answer_was_lost_after_the_effect_it_is_looked_up_and_not_repeated()
    {
        await house.FaultEachAsync("lost");
        _answers = house.Confirm(_all);
        await AnsweredAsync();
        await Eventually.Is("an answer is missed", async () => (await Task.WhenAll(_all.Select(house.Tracks.AuditAsync))).Any(a => a.Contains("marked", StringComparison.Ordinal)));
        await KillAsync();
        await house.Shop.HealAsync();

        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task An_answer_lost_after_the_effect_is_looked_up_by_the_very_process()
    {
        await house.FaultEachAsync("lost");
        await Task.WhenAll(house.Confirm(_all));

        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_after_the_answer_before_its_outcome_is_stored_it_is_looked_up_and_not_repeated()
    {
        await ConfirmUntilAllCallsWaitAsync("hold");
        await house.Gate.CloseAsync("done");
        await house.Shop.HealAsync();
        await Eventually.Is("an outcome is being stored", house.Gate.IsMetAsync);
        await KillAsync();
        await house.Gate.OpenAsync();

        Assert.Equal(0, await house.Gate.CountAsync("done", [.. _all.Select(p => p.ActionId)]));
        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_after_the_outcome_before_it_is_told_it_is_told_once()
    {
        await ConfirmUntilHeldBackAsync(CommitGate.TurnEnds);
        await AnsweredAsync();
        await KillAsync();
        await house.Gate.OpenAsync();

        Assert.NotEqual(0, await house.Gate.CountAsync("done", [.. _all.Select(p => p.ActionId)]));
        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    [Fact]
    public async Task Killed_again_while_it_looks_up_what_became_of_the_first_call_it_is_still_done_once()
    {
        await ConfirmUntilAllCallsWaitAsync("hold");
        await KillAsync();
        await house.Shop.HealAsync();
        await house.Gate.CloseAsync("done");
        await house.Server.Start();
        await Eventually.Is("the second process has looked up an outcome", house.Gate.IsMetAsync);
        house.Server.Kill();
        await house.Gate.OpenAsync();

        await house.Server.Start();
        await house.AssertOnceEachAsync(_all);
    }

    private async Task ConfirmUntilHeldBackAsync(string commits)
    {
        await house.Gate.CloseAsync(commits);
        _answers = house.Confirm(_all);
        await Eventually.Is($"a commit of '{commits}' is held back", house.Gate.IsMetAsync);
    }

    // By the fault the shop has done what it was called for, or never will.
    private async Task ConfirmUntilAllCallsWaitAsync(string fault)
    {
        await house.FaultEachAsync(fault);
        _answers = house.Confirm(_all);
        await Eventually.Is($"all calls wait in '{fault}'", async () => await house.Shop.WaitingAsync() == _all.Count);
    }

    // A yes that its server dies with before it is stored would have to be said again.
    private Task AnsweredAsync() => Task.WhenAll(_answers);

    private async Task KillAsync()
    {
        house.Server.Kill();
        foreach (var answer in _answers)
        {
            try
            {
                await answer;
            }
            catch (HttpRequestException)
            {
                // Its server is gone.
            }
        }
    }
}
