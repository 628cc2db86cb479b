using System.Collections.Immutable;
using Reva.Agent.Actions;
using Reva.Agent.Turns;
using Reva.Core.Actions;
using Reva.Core.Customers;

namespace Reva.Agent.Tests.Actions;

public class ProofOfYesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly Kept _store = new();
    private readonly Clock _clock = new();

    private ActionDesk Desk => new(null!, null!, null!, null!, _clock);

    [Fact]
    public async Task A_yes_while_the_proof_lasts_is_taken()
    {
        _store.Known = Proved("ada@example.com", Now.AddHours(2));
        Assert.Equal(ActionStatus.Confirmed, (await Desk.ConfirmAsync("a", "click", _store))!.Status);
    }

    [Fact]
    public async Task A_yes_of_the_turn_that_proposed_is_taken_though_its_proof_is_not_stored_yet() =>
        Assert.Equal(ActionStatus.Confirmed, (await Desk.ConfirmAsync("a", "click", _store))!.Status);

    [Fact]
    public async Task A_yes_after_the_proof_has_run_out_does_nothing_and_stands_in_the_audit()
    {
        _store.Known = Proved("ada@example.com", Now.AddHours(2));
        _clock.Now = Now.AddHours(2);
        var action = (await Desk.ConfirmAsync("a", "click", _store))!;
        Assert.Equal(ActionStatus.Expired, action.Status);
        Assert.Null(action.ConfirmedAt);
        Assert.Contains(_store.Notes, n => n.Rule == "verification");
    }

    [Fact]
    public async Task A_newer_proof_of_the_same_customer_lets_the_yes_count_again()
    {
        _store.Known = Proved("ada@example.com", Now.AddHours(4));
        _clock.Now = Now.AddHours(3);
        var action = (await Desk.ConfirmAsync("a", "click", _store))!;
        Assert.Equal(ActionStatus.Confirmed, action.Status);
        Assert.Equal(Now.AddHours(4), action.ProvedUntil);
    }

    [Fact]
    public async Task Another_customers_yes_does_nothing()
    {
        _store.Known = Proved("noah@example.com", Now.AddHours(2));
        Assert.Equal(ActionStatus.Invalidated, (await Desk.ConfirmAsync("a", "click", _store))!.Status);
    }

    [Fact]
    public async Task Another_customers_proof_voids_what_was_offered_to_the_first()
    {
        await Desk.ReplaceCustomerAsync("noah@example.com", _store);
        Assert.Equal(ActionStatus.Invalidated, _store.Actions[0].Status);
        Assert.Equal(ActionStatus.Invalidated, (await Desk.ConfirmAsync("a", "click", _store))!.Status);
    }

    [Fact]
    public async Task The_same_customers_proof_leaves_offers_open()
    {
        await Desk.ReplaceCustomerAsync("Ada@Example.com", _store);
        Assert.Equal(ActionStatus.Proposed, _store.Actions[0].Status);
    }

    private static Identity Proved(string email, DateTimeOffset until) => new() { Email = email, Level = VerificationLevel.Account, Until = until };

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = ProofOfYesTests.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Kept : IActionStore
    {
        public Identity? Known { get; set; }

        public List<AuditNote> Notes { get; } = [];

        public string StoreId => "s";

        public string ConversationId => "c";

        public Identity? Identity => Known;

        public ImmutableArray<ActionRecord> Actions { get; private set; } =
        [
            new ActionRecord
            {
                ActionId = "a", TurnId = "t", Action = new CancelOrder { OrderId = "o", OrderNumber = "#1001", Reason = "changed my mind" }, CustomerEmail = "ada@example.com",
                Level = VerificationLevel.OrderAndEmail, ProvedUntil = Now.AddHours(2), ProposedAt = Now, ExpiresAt = Now.AddHours(6), Quote = ActionQuote.Nothing("USD"),
                Card = new ActionCard { Title = "Cancel order #1001", ConfirmLabel = "Yes", DeclineLabel = "No" },
            },
        ];

        public Task<bool> SaveAsync(ActionRecord action, ActionStatus? from, AuditNote note)
        {
            Notes.Add(note);
            Actions = [action];
            return Task.FromResult(true);
        }

        public Task NoteAsync(AuditNote note)
        {
            Notes.Add(note);
            return Task.CompletedTask;
        }
    }
}
