using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Cancelling;

/// <summary>
/// Cancels by <c>orderCancel</c>, which works in the background, and waits for it. The mark stands in the cancellation's note for staff.
/// An order is cancelled once at most, so that a second try after a lost answer can only be refused.
/// </summary>
internal sealed class OrderCancelling(ShopifyAdmin admin, IOptions<ShopifyOptions> options, TimeProvider time) : ShopifyAction<CancelOrder>(ActionKind.CancelOrder)
{
    private static readonly ShopifyQuery Cancel = ShopifyQuery.Load("cancel-order");
    private static readonly ShopifyQuery Job = ShopifyQuery.Load("cancel-job");
    private static readonly ShopifyQuery State = ShopifyQuery.Load("cancellation");

    protected override Task<ActionQuote> QuoteAsync(ShopifyStore store, CancelOrder action, Order? order, ActionQuote nothing, CancellationToken cancellationToken)
    {
        if (order is null)
            return Task.FromResult(nothing);
        var refund = order.Refundable.Rounded();
        return Task.FromResult(refund.Amount == 0 ? nothing : nothing with { ToCustomer = refund, Lines = [new("Paid back in full", refund)], Method = Labels.Method(order, action.RefundTo) });
    }

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, CancelOrder action, ActionCall call, CancellationToken cancellationToken)
    {
        var variables = new { orderId = action.OrderId, refundMethod = RefundMethod(action.RefundTo), staffNote = ActionMark.Note(action.Reason, call.ActionId) };
        var data = await admin.AskAsync<ChangeData<CancelPayload>>(store, Cancel, variables, Urgency.Change, cancellationToken);
        if (data.Result?.Refusal is { } refusal)
            return refusal;
        if (data.Result?.Job is { Done: false } job)
            await DoneAsync(store, job, cancellationToken);
        return await LookUpAsync(store, action, call, cancellationToken)
            ?? ActionOutcome.Refused("NOT_CANCELLED", "The shop began to cancel the order and could not: a parcel, an open authorisation or a return stands in the way.");
    }

    protected override async Task<ActionOutcome?> LookUpAsync(ShopifyStore store, CancelOrder action, ActionCall call, CancellationToken cancellationToken)
    {
        if (await ReadAsync(store, action, cancellationToken) is not { CancelledAt: not null } order || !ActionMark.IsIn(order.Cancellation?.StaffNote, call.ActionId))
            return null;
        var refunded = order.TotalRefundedSet.ToMoney();
        var now = call.Before is { } before ? refunded - before.Refunded : refunded;
        return ActionOutcome.Done() with { PlatformId = action.OrderId, Refunded = now.Amount > 0 ? now : null };
    }

    // With the answer the job's name is lost; the order itself is watched instead.
    protected override async Task SettledAsync(ShopifyStore store, CancelOrder action, CancellationToken cancellationToken)
    {
        async Task<bool> Settled() => await ReadAsync(store, action, cancellationToken) is not { MayBeUnderWay: true };
        if (!await Settled())
            await WaitAsync(Settled, options.Value.CancelLookUpSeconds, cancellationToken);
    }

    private async Task<CancelledOrder?> ReadAsync(ShopifyStore store, CancelOrder action, CancellationToken cancellationToken) =>
        (await admin.AskAsync<CancellationData>(store, State, new { id = action.OrderId }, Urgency.Shopper, cancellationToken)).Order;

    private async Task DoneAsync(ShopifyStore store, JobNode job, CancellationToken cancellationToken)
    {
        async Task<bool> Done() => (await admin.AskAsync<JobData>(store, Job, new { id = job.Id }, Urgency.Shopper, cancellationToken)).Job is not { Done: false };
        if (!await WaitAsync(Done, options.Value.CancelSeconds, cancellationToken))
            throw new ShopUnavailableException($"The shop of store {store.StoreId} is still at cancelling an order.");
    }

    /// <returns>Whether it came to be true in time.</returns>
    private async Task<bool> WaitAsync(Func<Task<bool>> isTrue, double seconds, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow().AddSeconds(seconds);
        for (var wait = TimeSpan.FromMilliseconds(100); time.GetUtcNow() < until; wait = TimeSpan.FromMilliseconds(Math.Min(2000, wait.TotalMilliseconds * 1.6)))
        {
            await Task.Delay(wait, time, cancellationToken);
            if (await isTrue())
                return true;
        }
        return false;
    }

    private static Dictionary<string, object> RefundMethod(RefundTarget target) => target.Route == RefundRoute.StoreCredit
        ? new(StringComparer.Ordinal) { ["storeCreditRefund"] = new { } }
        : new(StringComparer.Ordinal) { ["originalPaymentMethodsRefund"] = true };
}
