using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Audit;
using Reva.Core.Customers;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>
/// The only way to act. A wish becomes a proposal when the policy lets it; the customer's own yes confirms exactly that proposal.
/// What carries it out is <see cref="ActionRunner"/>. Keeps nothing itself; thread safe.
/// </summary>
public sealed class ActionDesk(ICommerce commerce, ICustomers customers, IPolicies policies, IActionLedger ledger, TimeProvider clock)
{
    /// <summary>
    /// Asks the policy and, if it lets the action, stores the proposal with its card. What takes the place of an open proposal of the same kind
    /// for the same order makes that one void. Throws <see cref="ShopUnavailableException"/>; then nothing was stored.
    /// </summary>
    public async Task<Proposal> ProposeAsync(ShopAction wished, Order? order, ActionCustomer customer, IActionStore store, CancellationToken cancellationToken)
    {
        var rules = await policies.ForAsync(store.StoreId, cancellationToken);
        var now = clock.GetUtcNow();
        var action = Tailoring.Of(wished, order, rules, customer.Currency, now);
        var draft = new ActionRecord
        {
            ActionId = Ulid.New(now), TurnId = customer.TurnId, Action = action, Order = order, Fingerprint = order is null ? null : OrderFingerprint.Of(order),
            CustomerEmail = customer.Email.ToLowerInvariant(), Level = customer.Level, ProvedUntil = customer.ProvedUntil, StoreCurrency = customer.Currency, TimeZone = customer.TimeZone, ProposedAt = now, ExpiresAt = now + rules.ProposalLife,
            Card = new ActionCard { Title = "", ConfirmLabel = "", DeclineLabel = "" }, Quote = ActionQuote.Nothing(order?.Total.Currency ?? customer.Currency),
        };
        var (record, decision) = await JudgeAsync(draft, order, store.StoreId, cancellationToken);
        if (!decision.MayBeProposed)
        {
            await store.NoteAsync(Denied(record, decision));
            return new Proposal(null, decision, record.Quote);
        }
        record = record with
        {
            Verdict = decision.Verdict, Reasons = decision.Reasons,
            Card = CardWriter.Of(action, record.Quote, order, decision.Verdict == PolicyVerdict.Approve, now, customer.TimeZone),
        };
        await ReplaceAsync(record, store);
        await store.SaveAsync(record, null, new AuditNote(AuditEvent.Proposed, AuditActor.Agent, record.ActionId, action.Kind, record.Card.Title)
        {
            Rule = RulesOf(decision), After = ActionJson.Write(action), Before = order is null ? null : ActionJson.Write(order),
        });
        return new Proposal(record, decision, record.Quote);
    }

    /// <summary>Proposes once more what ran out, against the order as it is now.</summary>
    public async Task<Proposal> RenewAsync(ActionRecord late, ActionCustomer customer, IActionStore store, CancellationToken cancellationToken)
    {
        var order = late.Action is OrderAction on ? await commerce.ReadAsync(store.StoreId, on.OrderId, cancellationToken) : null;
        return await ProposeAsync(late.Action, order, customer, store, cancellationToken);
    }

    /// <summary>Takes the customer's yes. Answers the action as it then stands: what was not open stays as it is.</summary>
    /// <param name="how">For the audit: a click, or the words.</param>
    /// <param name="key">The caller's own key of the request; null for none.</param>
    public Task<ActionRecord?> ConfirmAsync(string actionId, string how, IActionStore store, string? key = null) =>
        TakeAsync(actionId, ActionStep.Confirm, AuditEvent.Confirmed, AuditActor.Shopper, how,
            a => a with { ConfirmedAt = clock.GetUtcNow(), ProvedUntil = ProofOfYes.Until(a, store.Identity) }, store, key);

    /// <summary>Takes the customer's no. Answers the action as it then stands.</summary>
    public Task<ActionRecord?> DeclineAsync(string actionId, string how, IActionStore store, string? key = null) =>
        TakeAsync(actionId, ActionStep.Decline, AuditEvent.Declined, AuditActor.Shopper, how, a => a with { Text = null }, store, key);

    /// <summary>Takes the approval of a person of the shop.</summary>
    public Task<ActionRecord?> ApproveAsync(string actionId, string person, string reason, IActionStore store, string? key = null) =>
        TakeAsync(actionId, ActionStep.Approve, AuditEvent.Approved, AuditActor.Merchant, reason, a => a with { Approved = true, DecidedBy = person }, store, key);

    /// <summary>Takes the refusal of a person of the shop; the customer hears <paramref name="reason"/>.</summary>
    public Task<ActionRecord?> RejectAsync(string actionId, string person, string reason, IActionStore store, string? key = null) =>
        TakeAsync(actionId, ActionStep.Reject, AuditEvent.Rejected, AuditActor.Merchant, reason,
            a => a with { DecidedBy = person, Text = $"The team has looked at it and decided against it: {reason.Trim()}" }, store, key);

    /// <summary>The conversation's customer is another from now on: what was proposed to anybody else is void.</summary>
    public async Task ReplaceCustomerAsync(string email, IActionStore store)
    {
        foreach (var action in store.Actions.Where(a => a.Status == ActionStatus.Proposed && !string.Equals(a.CustomerEmail, email.Trim(), StringComparison.OrdinalIgnoreCase)).ToImmutableArray())
            await EndAsync(action with { Text = ProofOfYes.Replaced }, ActionStatus.Invalidated, AuditEvent.Invalidated, AuditActor.System, "The conversation's customer is another one now.", store, ProofOfYes.Rule);
    }

    /// <summary>Ends what nobody answered in time.</summary>
    public async Task ExpireAsync(IActionStore store)
    {
        var now = clock.GetUtcNow();
        foreach (var action in store.Actions.Where(a => a.Status is ActionStatus.Proposed or ActionStatus.WaitingApproval && now >= a.ExpiresAt))
            await EndAsync(action with { Text = null }, ActionStatus.Expired, AuditEvent.Expired, AuditActor.System, "Nobody answered in time.", store);
    }

    /// <summary>Puts an attempt on the record that never became a proposal: a tool that was not allowed, or arguments out of bounds.</summary>
    public static Task AttemptedAsync(string tool, string why, ActionKind? kind, string arguments, IActionStore store) =>
        store.NoteAsync(new AuditNote(AuditEvent.Attempted, AuditActor.Agent, null, kind, $"{tool}: {why}") { After = arguments });

    // The action with a fresh quote, and what the policy says of it now.
    private async Task<(ActionRecord Record, PolicyDecision Decision)> JudgeAsync(ActionRecord record, Order? order, string storeId, CancellationToken cancellationToken)
    {
        var quote = await commerce.QuoteAsync(storeId, record.Action, order, cancellationToken);
        var priced = record with { Quote = quote };
        var history = await ledger.HistoryAsync(storeId, priced.ToPast(clock.GetUtcNow()), cancellationToken);
        return (priced, PolicyEngine.Decide(await RequestAsync(priced, order, history, storeId, cancellationToken)));
    }

    // What comes too late, twice or out of turn changes nothing, and stands in the audit as what it is.
    private async Task<ActionRecord?> TakeAsync(string actionId, ActionStep step, AuditEvent told, AuditActor actor, string why, Func<ActionRecord, ActionRecord> change, IActionStore store, string? key)
    {
        if (Find(store, actionId) is not { } action)
        {
            await store.NoteAsync(new AuditNote(AuditEvent.Attempted, actor, null, null, $"{step} of action {actionId}, which this conversation does not have. {why}"));
            return null;
        }
        // The same request again: it has its answer.
        if (key is not null && action.AnswerKey == key)
            return action;
        var move = ActionLife.Next(action.Status, step, clock.GetUtcNow(), action.ExpiresAt, action.Verdict == PolicyVerdict.Approve);
        if (move.Status == ActionStatus.Expired && action.Status != ActionStatus.Expired)
            return await EndAsync(Keyed(action) with { Text = null }, ActionStatus.Expired, AuditEvent.Expired, AuditActor.System, "The answer came too late.", store);
        var next = Keyed(change(action)) with { Status = move.Status, ExpiresAt = move.ExpiresAt };
        if (!move.Taken)
        {
            await store.NoteAsync(Note(AuditEvent.Attempted, actor, action, $"{step} while {action.Status}: nothing is done. {why}") with { Person = NameOf(actor, next) });
            return action;
        }
        if (step == ActionStep.Confirm && ProofOfYes.Objection(action, store.Identity, clock.GetUtcNow()) is { } objection)
            return await EndAsync(action with { Text = objection.Text }, objection.Status, AuditEvent.Denied, AuditActor.System, objection.Why, store, objection.Rule);
        if (move.Status.IsFinal())
            return await EndAsync(next with { Status = action.Status }, move.Status, told, actor, why, store);
        next = next with { Text = move.Status == ActionStatus.WaitingApproval ? ActionWords.Ended(next) : null };
        return await store.SaveAsync(next, action.Status, Note(told, actor, action, why) with { Person = NameOf(actor, next) }) ? next : Find(store, actionId);

        ActionRecord Keyed(ActionRecord answered) => answered with { AnswerKey = key, AnsweredAs = move.Status };
    }

    private static string? NameOf(AuditActor actor, ActionRecord action) => actor == AuditActor.Merchant ? action.DecidedBy : null;

    /// <summary>All that a decision on the action rests on.</summary>
    internal async Task<PolicyRequest> RequestAsync(ActionRecord record, Order? order, ActionHistory history, string storeId, CancellationToken cancellationToken)
    {
        var abilities = await commerce.AbilitiesAsync(storeId, cancellationToken);
        return new PolicyRequest
        {
            Action = record.Action, Quote = record.Quote, Order = order, Level = record.Level, CustomerEmail = record.CustomerEmail, History = history,
            CustomerId = await CustomerIdAsync(record, storeId, cancellationToken),
            PaymentMethods = abilities.ChoosesPaymentMethod ? await commerce.PaymentMethodsAsync(storeId, record.CustomerEmail, cancellationToken) : [],
            Policies = await policies.ForAsync(storeId, cancellationToken),
            Supported = abilities.Actions.Contains(record.Action.Kind), PlatformActions = abilities.Actions,
            StoreCurrency = record.StoreCurrency, TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(record.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
            Now = clock.GetUtcNow(),
        };
    }

    // Whose account it is matters only for what is done to an account; orders tell their owner themselves.
    private async Task<string?> CustomerIdAsync(ActionRecord record, string storeId, CancellationToken cancellationToken) =>
        record.CustomerEmail.Length > 0 && record.Action is UpdateCustomerAddress or ApplyDiscount { CustomerId: not null }
            ? (await customers.ByEmailAsync(storeId, record.CustomerEmail, cancellationToken))?.Id
            : null;

    /// <summary>Stores the end of an action.</summary>
    internal async Task<ActionRecord> EndAsync(ActionRecord action, ActionStatus status, AuditEvent told, AuditActor actor, string why, IActionStore store, string? rule = null, string? after = null)
    {
        var ended = action with { Status = status, EndedAt = clock.GetUtcNow() };
        ended = ended with { Text = ended.Text ?? ActionWords.Ended(ended) };
        var note = Note(told, actor, action, why) with { Person = NameOf(actor, action), Rule = rule, Before = action.Order is null ? null : ActionJson.Write(action.Order), After = after };
        return await store.SaveAsync(ended, action.Status, note) ? ended : Find(store, action.ActionId) ?? ended;
    }

    internal static AuditNote Note(AuditEvent told, AuditActor actor, ActionRecord action, string why) => new(told, actor, action.ActionId, action.Action.Kind, why);

    internal static ActionRecord? Find(IActionStore store, string actionId) => store.Actions.FirstOrDefault(a => a.ActionId == actionId);

    private async Task ReplaceAsync(ActionRecord record, IActionStore store)
    {
        foreach (var older in store.Actions.Where(a => a.Status == ActionStatus.Proposed && a.Action.Kind == record.Action.Kind && OrderOf(a) == OrderOf(record)).ToImmutableArray())
            await EndAsync(older with { Text = "A newer proposal has taken its place." }, ActionStatus.Invalidated, AuditEvent.Invalidated, AuditActor.Agent, "A newer proposal took its place.", store);
    }

    private static string? OrderOf(ActionRecord record) => (record.Action as OrderAction)?.OrderId;

    /// <summary>All rules that decided, for the audit.</summary>
    internal static string? RulesOf(PolicyDecision decision) => decision.Reasons.IsEmpty ? null : string.Join(',', decision.Reasons.Select(r => r.Rule).Distinct());

    private static AuditNote Denied(ActionRecord record, PolicyDecision decision) =>
        new(AuditEvent.Denied, AuditActor.Agent, null, record.Action.Kind, string.Join(' ', decision.Reasons.Select(r => r.Text)))
        {
            Rule = RulesOf(decision), After = ActionJson.Write(record.Action),
        };
}

/// <summary>What came of a wish.</summary>
/// <param name="Record">The stored proposal; null when the policy denied it.</param>
/// <param name="Decision">What the policy said.</param>
/// <param name="Quote">What it would move.</param>
public sealed record Proposal(ActionRecord? Record, PolicyDecision Decision, ActionQuote Quote);

/// <summary>For whom something is proposed.</summary>
/// <param name="Email">The proved e-mail address.</param>
/// <param name="Level">How well the customer is known.</param>
/// <param name="TurnId">The turn.</param>
/// <param name="TimeZone">The store's time zone.</param>
/// <param name="Currency">The store's currency.</param>
public sealed record ActionCustomer(string Email, VerificationLevel Level, string TurnId, string TimeZone, string Currency)
{
    /// <summary>Until when the proof counts; null when it does not end.</summary>
    public DateTimeOffset? ProvedUntil { get; init; }
}
