using Reva.Core.Actions;
using Reva.Testing.Server;
using Reva.Testing.Time;

namespace Reva.Server.Tests.Acting;

/// <summary>
/// The process is killed, as kill -9 does, at every point between a customer's yes and the words about it, with one action of each kind on
/// its way. A new process brings each to its end: done once in the shop, told once, the audit whole.
/// </summary>
public sealed class CrashTests(CrashTests.House house) : IClassFixture<CrashTests.House>
{
    private static readonly ActionKind[] Kinds = [.. Enum.GetValues<ActionKind>().Except([ActionKind.ChangePaymentMethod])];

    // What changes the shop, as it is told there; marks and beginnings of edits come to nothing by themselves.
    private static readonly string[] Effects =
        ["orderCancel", "orderEditCommit", "returnCreate", "refundCreate", "discountCodeBasicCreate"];

    // The call of each kind that does it, and how many kinds it serves.
    private static readonly (string Name, int Kinds)[] Calls =
        [("CancelOrder", 1), ("CommitEdit", 1), ("ChangeAddress", 1), ("CreateReturn", 2), ("CreateRefund", 1), ("GrantDiscount", 1), ("UpdateCustomerAddress", 1)];

    [Fact]
    public async Task Killed_before_the_yes_is_stored_nothing_happens_until_it_is_said_again()
    {
        var all = await PlantAsync();
        await house.Gate.CloseAsync("confirmed");
        var answers = Confirm(all);
        await Eventually.Is("a yes is being stored", house.Gate.IsMetAsync);
        await KillAsync(answers);
        await house.Gate.OpenAsync();
        await house.Server.Start();

        Assert.All(await Task.WhenAll(all.Select(house.Tracks.StatusAsync)), status => Assert.Equal("proposed", status));
        Assert.DoesNotContain(await house.NewEffectsAsync(), Effects.Contains);
        await Task.WhenAll(Confirm(all));
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_before_the_intent_is_stored_it_begins_again()
    {
        var all = await PlantAsync();
        await house.Gate.CloseAsync("running");
        var answers = Confirm(all);
        await Task.WhenAll(answers);
        await Eventually.Is("an intent is being stored", house.Gate.IsMetAsync);
        await KillAsync(answers);
        await house.Gate.OpenAsync();
        Assert.DoesNotContain(await house.NewEffectsAsync(), Effects.Contains);
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_after_the_intent_with_a_call_that_never_reached_the_shop_it_is_done_after_all()
    {
        var all = await PlantAsync();
        await FaultEachAsync("silence");
        var answers = Confirm(all);
        await Eventually.Is("all calls are under way", async () => await house.Acting.Shop.WaitingAsync() == all.Count);
        Assert.DoesNotContain(await house.NewEffectsAsync(), Effects.Contains);
        await KillAsync(answers);
        await house.Acting.Shop.HealAsync();
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_during_the_call_what_the_shop_has_done_meanwhile_is_found_there()
    {
        var all = await PlantAsync();
        await FaultEachAsync("hold");
        var answers = Confirm(all);
        await Eventually.Is("all calls are done but not answered", async () => await house.Acting.Shop.WaitingAsync() == all.Count);
        await KillAsync(answers);
        await house.Acting.Shop.HealAsync();
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_when_the_answer_was_lost_after_the_effect_it_is_looked_up_and_not_repeated()
    {
        var all = await PlantAsync();
        await FaultEachAsync("lost");
        var answers = Confirm(all);
        await Eventually.Is("an answer is missed", async () => (await Task.WhenAll(all.Select(house.Tracks.AuditAsync))).Any(a => a.Contains("marked", StringComparison.Ordinal)));
        await KillAsync(answers);
        await house.Acting.Shop.HealAsync();
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task An_answer_lost_after_the_effect_is_looked_up_by_the_very_process()
    {
        var all = await PlantAsync();
        await FaultEachAsync("lost");
        await Task.WhenAll(Confirm(all));
        await AssertOnceEachAsync(all);
        await house.Acting.Shop.HealAsync();
    }

    [Fact]
    public async Task Killed_after_the_answer_before_its_outcome_is_stored_it_is_looked_up_and_not_repeated()
    {
        var all = await PlantAsync();
        await FaultEachAsync("hold");
        var answers = Confirm(all);
        await Eventually.Is("all calls are done but not answered", async () => await house.Acting.Shop.WaitingAsync() == all.Count);
        await house.Gate.CloseAsync("done");
        await house.Acting.Shop.HealAsync();
        await Eventually.Is("an outcome is being stored", house.Gate.IsMetAsync);
        await KillAsync(answers);
        await house.Gate.OpenAsync();
        Assert.Equal(0, await house.Gate.CountAsync("done", [.. all.Select(p => p.ActionId)]));
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_after_the_outcome_before_it_is_told_it_is_told_once()
    {
        var all = await PlantAsync();
        await house.Gate.CloseAsync(CommitGate.TurnEnds);
        var answers = Confirm(all);
        await Eventually.Is("words about an outcome are being stored", house.Gate.IsMetAsync);
        await KillAsync(answers);
        await house.Gate.OpenAsync();
        Assert.NotEqual(0, await house.Gate.CountAsync("done", [.. all.Select(p => p.ActionId)]));
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    [Fact]
    public async Task Killed_again_while_it_looks_up_what_became_of_the_first_call_it_is_still_done_once()
    {
        var all = await PlantAsync();
        await FaultEachAsync("hold");
        var answers = Confirm(all);
        await Eventually.Is("all calls are done but not answered", async () => await house.Acting.Shop.WaitingAsync() == all.Count);
        await KillAsync(answers);
        await house.Acting.Shop.HealAsync();
        await house.Gate.CloseAsync("done");
        await house.Server.Start();
        await Eventually.Is("the second process has looked up an outcome", house.Gate.IsMetAsync);
        house.Server.Kill();
        await house.Gate.OpenAsync();
        await house.Server.Start();
        await AssertOnceEachAsync(all);
    }

    private async Task<IReadOnlyList<Planted>> PlantAsync()
    {
        house.Seen = (await house.Acting.Shop.AllEffectsAsync()).Count;
        var all = new List<Planted>();
        foreach (var kind in Kinds)
            all.Add(await house.Acting.Planting.ProposeAsync(kind));
        return all;
    }

    private List<Task> Confirm(IReadOnlyList<Planted> all) => [.. all.Select(p => (Task)house.Acting.Program(house.Server.Http).CallAsync("POST", p.Path + "/confirm"))];

    // One fault for each action: the retry of a call goes through.
    private async Task FaultEachAsync(string kind)
    {
        foreach (var (name, kinds) in Calls)
            await house.Acting.Shop.FaultAsync(new { service = "shopify", kind, operation = name, count = kinds });
    }

    private async Task KillAsync(IEnumerable<Task> answers)
    {
        house.Server.Kill();
        foreach (var answer in answers)
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

    private async Task AssertOnceEachAsync(IReadOnlyList<Planted> all)
    {
        await house.Tracks.ToldAsync(all);
        foreach (var planted in all)
        {
            await house.Tracks.AssertOnceAsync(planted);
            Assert.Equal(await house.UndisturbedAsync(planted.Kind), await house.StateAsync(planted));
        }
        Assert.Equal(await house.UndisturbedEffectsAsync(), [.. (await house.NewEffectsAsync()).Where(Effects.Contains).Order(StringComparer.Ordinal)]);
        await house.Acting.AssertAuditWholeAsync(house.Server.Http);
    }

    /// <summary>A shop, a server that is killed and started again, and how actions end that nothing disturbs.</summary>
    public sealed class House : IAsyncLifetime
    {
        private readonly Dictionary<ActionKind, string> _undisturbed = [];
        private List<string> _effects = [];

        public ActingHouse Acting { get; } = new();

        public ServerProcess Server { get; private set; } = null!;

        internal CommitGate Gate { get; private set; } = null!;

        internal Tracks Tracks => new(Acting);

        /// <summary>How many effects there were when the test began.</summary>
        internal int Seen { get; set; }

        public async Task InitializeAsync()
        {
            await Acting.InitializeAsync();
            Gate = await CommitGate.BeforeAsync(Acting.ConnectionString);
            Server = await ServerProcess.Start(Acting.Settings);
            foreach (var kind in Kinds)
            {
                var planted = await Acting.Planting.ProposeAsync(kind);
                Assert.Equal(200, (await Acting.Program(Server.Http).CallAsync("POST", planted.Path + "/confirm")).Status);
                await Tracks.ToldAsync([planted]);
                await Tracks.AssertOnceAsync(planted);
                _undisturbed[kind] = await StateAsync(planted);
            }
            _effects = [.. (await NewEffectsAsync()).Where(Effects.Contains).Order(StringComparer.Ordinal)];
            Assert.True(_effects.Count > Effects.Length, string.Join(' ', _effects));
        }

        public async Task DisposeAsync()
        {
            await Server.DisposeAsync();
            await Gate.DisposeAsync();
            await Acting.DisposeAsync();
        }

        /// <summary>The state of what the action is about, in the shop.</summary>
        internal async Task<string> StateAsync(Planted planted) => planted.Kind == ActionKind.UpdateCustomerAddress
            ? await Acting.Shop.CustomerAsync(planted.Order.Email) : await Acting.Shop.OrderAsync(planted.Order.Number);

        internal Task<string> UndisturbedAsync(ActionKind kind) => Task.FromResult(_undisturbed[kind]);

        internal Task<List<string>> UndisturbedEffectsAsync() => Task.FromResult(_effects);

        /// <summary>Names of what took effect since the test began.</summary>
        internal async Task<List<string>> NewEffectsAsync() => [.. (await Acting.Shop.AllEffectsAsync()).Skip(Seen).Select(e => (string)e["name"]!)];
    }
}
