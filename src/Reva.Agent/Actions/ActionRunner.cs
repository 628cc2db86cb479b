using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Audit;
using Reva.Core.Orders;
using Reva.Core.Policies;

namespace Reva.Agent.Actions;

/// <summary>
/// Carries a confirmed action out, once: looks again at order and policy, stores the intent, calls the platform, stores the outcome.
/// An intent whose outcome is not known is looked up at the platform and only then gone on with. Keeps nothing itself; thread safe.
/// </summary>
public sealed class ActionRunner(ActionDesk desk, ICommerce commerce, IActionLedger ledger, ActionOptions options, TimeProvider clock)
{
    /// <summary>
    /// Brings the action to its end and answers it as it then stands; still running when the platform has not been heard until <paramref name="cancellationToken"/> ended it.
    /// </summary>
    public async Task<ActionRecord> RunAsync(string actionId, IActionStore store, CancellationToken cancellationToken)
    {
        var action = ActionDesk.Find(store, actionId) ?? throw new InvalidOperationException($"There is no action {actionId}.");
        if (action.Status == ActionStatus.Confirmed)
            action = await BeginAsync(action, store, cancellationToken);
        return action.Status == ActionStatus.Running ? await FinishAsync(action, store, cancellationToken) : action;
    }

    private async Task<ActionRecord> BeginAsync(ActionRecord action, IActionStore store, CancellationToken cancellationToken)
    {
        // The yes was held against the proof when it came; what is carried out must have had that too.
        if (ProofOfYes.Objection(action, null, action.ConfirmedAt ?? clock.GetUtcNow()) is { } objection)
            return await desk.EndAsync(action with { Text = objection.Text }, objection.Status, AuditEvent.Denied, AuditActor.System, objection.Why, store, objection.Rule);
        var order = await PatientlyAsync(() => OrderAsync(action, store.StoreId, cancellationToken), cancellationToken);
        if (order is not null && OrderFingerprint.Of(order) != action.Fingerprint)
            return await desk.EndAsync(action, ActionStatus.Invalidated, AuditEvent.Invalidated, AuditActor.System, "The order has changed since it was proposed.", store, "changed_order", ActionJson.Write(order));
        if (order is null && action.Action is OrderAction)
            return await desk.EndAsync(action, ActionStatus.Invalidated, AuditEvent.Invalidated, AuditActor.System, "The order does not exist any more.", store, "changed_order");

        var decision = await PatientlyAsync(() => ReserveAsync(action, order, store, cancellationToken), cancellationToken);
        if (decision.Verdict == PolicyVerdict.Deny)
            return await desk.EndAsync(action with { Text = ActionWords.Denied(action.Action.Kind, decision) }, ActionStatus.Invalidated, AuditEvent.Denied, AuditActor.System, decision.Reasons[0].Text, store, ActionDesk.RulesOf(decision));
        if (decision.Verdict == PolicyVerdict.Approve && !action.Approved)
            return await WaitAsync(action, decision, store);

        var running = action with { Status = Next(action, ActionStep.Start).Status, StartedAt = clock.GetUtcNow(), Order = order ?? action.Order };
        var intended = await store.SaveAsync(running, action.Status, ActionDesk.Note(AuditEvent.Started, AuditActor.System, running, "Intent stored; the platform is called.") with
        {
            Rule = ActionDesk.RulesOf(decision), Before = order is null ? null : ActionJson.Write(order), After = ActionJson.Write(action.Action),
        });
        if (!intended)
            return ActionDesk.Find(store, action.ActionId)!;
        return await CalledAsync(running, store, cancellationToken) ?? running;
    }

    // The first call of this process was not heard, or another process made it: what the platform has done is asked first.
    private Task<ActionRecord> FinishAsync(ActionRecord action, IActionStore store, CancellationToken cancellationToken) =>
        PatientlyAsync(async () =>
        {
            var call = CallOf(action);
            var known = await commerce.LookUpAsync(store.StoreId, action.Action, call, cancellationToken);
            if (known is null && clock.GetUtcNow() - call.StartedAt is var age && age < options.InFlight)
                await Task.Delay(options.InFlight - age, clock, cancellationToken);
            known ??= await commerce.LookUpAsync(store.StoreId, action.Action, call, cancellationToken);
            known ??= await commerce.CarryOutAsync(store.StoreId, action.Action, call, cancellationToken);
            return await OutcomeAsync(action, known, store, cancellationToken);
        }, cancellationToken);

    private async Task<ActionRecord?> CalledAsync(ActionRecord action, IActionStore store, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await commerce.CarryOutAsync(store.StoreId, action.Action, CallOf(action), cancellationToken);
            return await OutcomeAsync(action, outcome, store, cancellationToken);
        }
        catch (ShopUnavailableException lost)
        {
            await store.NoteAsync(ActionDesk.Note(AuditEvent.Marked, AuditActor.System, action, $"The platform was not heard; what it did is looked up. {lost.Message}"));
            return null;
        }
    }

    private async Task<ActionRecord> OutcomeAsync(ActionRecord action, ActionOutcome outcome, IActionStore store, CancellationToken cancellationToken)
    {
        var (step, told) = outcome.Result switch
        {
            ActionResult.Done => (ActionStep.Succeed, AuditEvent.Done),
            ActionResult.Unsupported => (ActionStep.MeetNoSupport, AuditEvent.Unsupported),
            _ => (ActionStep.Fail, AuditEvent.Failed),
        };
        var status = Next(action, step).Status;
        if (status != ActionStatus.Done)
            await ledger.ReleaseAsync(store.StoreId, action.ActionId, cancellationToken);
        var after = await AfterAsync(action, store, cancellationToken);
        return await desk.EndAsync(action with { Outcome = outcome }, status, told, AuditActor.System, outcome.Problem ?? outcome.Reference ?? "The platform has done it.", store, after: after is null ? ActionJson.Write(outcome) : ActionJson.Write(after));
    }

    // For the audit alone: that it is done counts even when the platform cannot be read just now.
    private async Task<Order?> AfterAsync(ActionRecord action, IActionStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await OrderAsync(action, store.StoreId, cancellationToken);
        }
        catch (ShopUnavailableException)
        {
            return null;
        }
    }

    private async Task<ActionRecord> WaitAsync(ActionRecord action, PolicyDecision decision, IActionStore store)
    {
        var hold = Next(action, ActionStep.Hold);
        var waiting = action with { Status = hold.Status, Verdict = decision.Verdict, Reasons = decision.Reasons, ExpiresAt = hold.ExpiresAt };
        waiting = waiting with { Text = ActionWords.Ended(waiting) };
        await ledger.ReleaseAsync(store.StoreId, action.ActionId, CancellationToken.None);
        await store.SaveAsync(waiting, action.Status, ActionDesk.Note(AuditEvent.Held, AuditActor.System, action, decision.Reasons[0].Text) with { Rule = ActionDesk.RulesOf(decision) });
        return ActionDesk.Find(store, action.ActionId) ?? waiting;
    }

    private Task<Order?> OrderAsync(ActionRecord action, string storeId, CancellationToken cancellationToken) =>
        action.Action is OrderAction onOrder ? commerce.ReadAsync(storeId, onOrder.OrderId, cancellationToken) : Task.FromResult<Order?>(null);

    private async Task<PolicyDecision> ReserveAsync(ActionRecord action, Order? order, IActionStore store, CancellationToken cancellationToken)
    {
        var priced = action with { Quote = await commerce.QuoteAsync(store.StoreId, action.Action, order, cancellationToken) };
        // What was confirmed is what is done: another sum is another proposal.
        if (priced.Quote.ToCustomer != action.Quote.ToCustomer || priced.Quote.FromCustomer != action.Quote.FromCustomer)
            return new PolicyDecision(PolicyVerdict.Deny, [new PolicyReason("changed_price", "The sum has changed since you saw it, so I've done nothing. Ask me again and I'll show you the new one.")], []);
        var request = await desk.RequestAsync(priced, order, new ActionHistory(), store.StoreId, cancellationToken);
        // Judged once, under the ledger's lock: two actions that are each within a cap may be over it together.
        return await ledger.ReserveAsync(store.StoreId, priced.ToPast(clock.GetUtcNow()),
            history => Crossing(action, history) ?? PolicyEngine.Decide(request with { History = history }), cancellationToken);
    }

    // What another conversation has begun on the order since this was proposed may not show in the order yet.
    private static PolicyDecision? Crossing(ActionRecord action, ActionHistory history) =>
        action.Action is OrderAction { OrderId: var id } && history.Actions.Any(a => a.OrderId == id && a.At >= action.ProposedAt)
            ? new PolicyDecision(PolicyVerdict.Deny, [new PolicyReason("changed_order", "Something else has been started on this order since you saw it, so I've done nothing more. Ask me again and I'll look at it afresh.")], [])
            : null;

    private ActionMove Next(ActionRecord action, ActionStep step) => ActionLife.Next(action.Status, step, clock.GetUtcNow(), action.ExpiresAt);

    private ActionCall CallOf(ActionRecord action) => new(action.ActionId, action.Order, action.StartedAt ?? clock.GetUtcNow()) { Quote = action.Quote };

    // A shop that is away does not end an action that its customer has confirmed.
    private async Task<T> PatientlyAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        for (var wait = options.FirstWait; ; wait = wait * 2 < options.LongestWait ? wait * 2 : options.LongestWait)
        {
            try
            {
                return await work();
            }
            catch (ShopUnavailableException)
            {
                await Task.Delay(wait * (0.75 + Random.Shared.NextDouble() / 2), clock, cancellationToken);
            }
        }
    }
}
