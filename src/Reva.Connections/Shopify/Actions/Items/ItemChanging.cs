using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Actions.Refunds;
using Reva.Connections.Shopify.Orders;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Items;

/// <summary>
/// Changes an order's items by an order edit, then settles the difference: an invoice, or a refund. A look-up between the two finds nothing
/// done as a whole and answers null; carried out again, the edit is seen to be there and only the difference is settled. The refund has its key
/// and is paid once; of an invoice whose answer was lost a second mail may go out.
/// </summary>
internal sealed class ItemChanging(EditDesk edits, RefundDesk refunds, Variants variants, IOptions<ShopifyOptions> options) : ShopifyAction<ChangeItems>(ActionKind.ChangeItems)
{
    private const string Step = "difference";

    protected override async Task<ActionQuote> QuoteAsync(ShopifyStore store, ChangeItems action, Order? order, ActionQuote nothing, CancellationToken cancellationToken)
    {
        var offers = await variants.ReadAsync(store, action.Changes.Select(c => c.NewVariantId).OfType<string>(), cancellationToken);
        var staged = await edits.StageAsync(store, action, cancellationToken);
        if (order is null || staged.Refusal is not null)
            return nothing with { Offers = offers };
        var (to, from) = (staged.ToCustomer, staged.FromCustomer);
        return new()
        {
            ToCustomer = to,
            FromCustomer = from,
            Lines = Lines(action, order, offers, to - from),
            Method = to.Amount == 0 && from.Amount == 0 ? null : Labels.Method(order),
            Offers = offers,
        };
    }

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, ChangeItems action, ActionCall call, CancellationToken cancellationToken)
    {
        if (call.Before is not { } before || await edits.ReadAsync(store, action.OrderId, call.ActionId, cancellationToken) is not { } order)
            return ActionOutcome.Refused("NOT_FOUND", "The shop has no such order.");
        if (!order.Has(action, before))
        {
            // Neither as it was agreed on nor as it was to become: to take pieces out now could take them out twice.
            if (!order.IsAs(before, action))
                return ActionOutcome.Refused("ORDER_CHANGED", "The order's items were changed since this was agreed.");
            var staged = await edits.StageAsync(store, action, cancellationToken);
            var refusal = staged.Refusal ?? Objection(staged, call) ?? await edits.CommitAsync(store, staged, ActionMark.Note("Changed for the customer.", call.ActionId), cancellationToken);
            if (refusal is not null)
                return refusal;
            order = await edits.ReadAsync(store, action.OrderId, call.ActionId, cancellationToken) ?? order;
        }
        return options.Value.DifferencesSettledElsewhere ? Edited(action) : await SettleAsync(store, action, order, call, cancellationToken);
    }

    protected override async Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ChangeItems action, ActionCall call, CancellationToken cancellationToken)
    {
        if (call.Before is not { } before || await edits.ReadAsync(store, action.OrderId, call.ActionId, cancellationToken) is not { } order || !order.Has(action, before))
            return null;
        if (options.Value.DifferencesSettledElsewhere)
            return Edited(action);
        var refund = order.Refunds.FirstOrDefault(r => ActionMark.IsIn(r.Note, call.ActionId));
        if (refund is null && Owed(order, call).Amount > 0)
            return null;
        var due = Due(order, call);
        return due.Amount > 0 && !order.IsInvoiced ? null
            : Done(action, refund?.TotalRefundedSet.ToMoney(), due);
    }

    private async Task<ActionOutcome> SettleAsync(ShopifyStore store, ChangeItems action, EditedOrder order, ActionCall call, CancellationToken cancellationToken)
    {
        var (owed, due) = (Owed(order, call), Due(order, call));
        var settling = due.Amount > 0 ? edits.InvoiceAsync(store, action.OrderId, call.ActionId, cancellationToken)
            : owed.Amount > 0 ? RefundAsync(store, action, order, owed, call, cancellationToken)
            : Task.FromResult<ActionOutcome?>(null);
        var refusal = await settling.OrRefusalAsync(no => no);
        // The change stands and cannot be undone by this: that it is done is told, and so is what is left for a person.
        return refusal is null ? Done(action, owed.Amount > 0 ? owed : null, due) : Done(action, null, due) with
        {
            Code = refusal.Code,
            Problem = $"The items are changed; the difference of {(due.Amount > 0 ? due : owed)} could not be settled and is for a person: {refusal.Problem}",
            Charged = null,
        };
    }

    private async Task<ActionOutcome?> RefundAsync(ShopifyStore store, ChangeItems action, EditedOrder order, Money owed, ActionCall call, CancellationToken cancellationToken)
    {
        if (Repayment.Share(action.OrderId, order.Transactions, owed, []) is not { } transactions)
            return ActionOutcome.Refused("EXCEEDS_REFUNDABLE", "The payments of this order do not hold so much any more.");
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["orderId"] = action.OrderId,
            ["currency"] = owed.Currency,
            ["note"] = ActionMark.Note("Difference after a change of items.", call.ActionId),
            ["notify"] = true,
            ["transactions"] = transactions,
        };
        var outcome = await refunds.PayAsync(store, input, call.ActionId, Step, owed, cancellationToken);
        if (outcome.Result != ActionResult.Refused)
            return null;
        // A first try whose answer was lost has paid already, and makes this one be refused.
        return await refunds.FindAsync(store, action.OrderId, call.ActionId, cancellationToken) is null ? outcome : null;
    }

    private static ActionOutcome? Objection(StagedEdit staged, ActionCall call) =>
        call.Quote is { } quote && (quote.ToCustomer != staged.ToCustomer || quote.FromCustomer != staged.FromCustomer)
            ? ActionOutcome.Refused("AMOUNT_CHANGED", "The sum is another now than the one that was agreed.")
            : null;

    // What was open before the change is not this action's to settle.
    private static Money Owed(EditedOrder order, ActionCall call) => Beyond(-order.Outstanding.Amount, -(call.Before?.Outstanding?.Amount ?? 0), order.Outstanding.Currency);

    private static Money Due(EditedOrder order, ActionCall call) => Beyond(order.Outstanding.Amount, call.Before?.Outstanding?.Amount ?? 0, order.Outstanding.Currency);

    private static Money Beyond(decimal now, decimal before, string currency) => new Money(Math.Max(0, Math.Max(0, now) - Math.Max(0, before)), currency).Rounded();

    private static ActionOutcome Edited(ChangeItems action) => ActionOutcome.Done() with { PlatformId = action.OrderId };

    private static ActionOutcome Done(ChangeItems action, Money? refunded, Money due) =>
        ActionOutcome.Done() with { PlatformId = action.OrderId, Refunded = refunded, Charged = due.Amount > 0 ? due : null };

    private static ImmutableArray<QuoteLine> Lines(ChangeItems action, Order order, ImmutableArray<VariantOffer> offers, Money sum)
    {
        var lines = ImmutableArray.CreateBuilder<QuoteLine>();
        foreach (var change in action.Changes)
        {
            if (order.Lines.FirstOrDefault(l => l.Id == change.LineId) is { } line)
                lines.Add(new(Labels.Pieces(line.Title, line.VariantTitle, change.Quantity), line.Price * change.Quantity));
            if (offers.FirstOrDefault(o => o.VariantId == change.NewVariantId && o.Price.Currency == sum.Currency) is { } offer)
                lines.Add(new(Labels.Pieces(offer.Title, offer.VariantTitle, change.Quantity), Money.Zero(sum.Currency) - (offer.Price * change.Quantity)));
        }
        var rest = lines.Aggregate(sum, (left, line) => left - line.Amount);
        if (rest.Amount != 0)
            lines.Add(new("Tax, discounts and what is still open", rest));
        return lines.ToImmutable();
    }
}
