using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Orders;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Refunds;

/// <summary>Pays back by <c>refundCreate</c> what <c>suggestedRefund</c> works out and a sum on top. The mark stands in the refund's note.</summary>
internal sealed class Refunding(RefundDesk desk) : ShopifyAction<Refund>(ActionKind.Refund)
{
    private const string Step = "refund";

    protected override async Task<ActionQuote> QuoteAsync(ShopifyStore store, Refund action, Order? order, ActionQuote nothing, CancellationToken cancellationToken)
    {
        if (order is null || !order.HasRefundable(action.Items) || await SuggestAsync(store, action, order, cancellationToken) is not { } suggestion)
            return nothing;
        return ActionQuote.Nothing(order.Total.Currency) with
        {
            ToCustomer = Sum(action, suggestion),
            Lines = [.. Lines(action, order, suggestion).Where(l => l.Amount.Amount != 0)],
            Method = Labels.Method(order, action.RefundTo),
        };
    }

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, Refund action, ActionCall call, CancellationToken cancellationToken)
    {
        if (await SuggestAsync(store, action, call.Before, cancellationToken) is not { } suggestion)
            return ActionOutcome.Refused("NOT_FOUND", "The shop has no such order.");
        var amount = Sum(action, suggestion);
        if (Objection(amount, suggestion, call) is { } objection)
            return objection;
        var transactions = action.RefundTo.Route == RefundRoute.StoreCredit ? [] : suggestion.Transactions(action.OrderId, amount);
        return transactions is null
            ? ActionOutcome.Refused("EXCEEDS_REFUNDABLE", "The payments of this order do not hold so much any more.")
            : await desk.PayAsync(store, Input(action, call, amount, transactions), call.ActionId, Step, amount, cancellationToken);
    }

    protected override Task<ActionOutcome?> LookUpAsync(ShopifyStore store, Refund action, ActionCall call, CancellationToken cancellationToken) =>
        desk.FindAsync(store, action.OrderId, call.ActionId, cancellationToken);

    private Task<Suggestion?> SuggestAsync(ShopifyStore store, Refund action, Order? order, CancellationToken cancellationToken) =>
        desk.SuggestAsync(store, action.OrderId, Items(action, order), action.Shipping, cancellationToken);

    private static ActionOutcome? Objection(Money amount, Suggestion suggestion, ActionCall call)
    {
        if (amount.Amount <= 0)
            return ActionOutcome.Refused("NOTHING_TO_REFUND", "Nothing is left to be paid back for this.");
        if (amount.Amount > suggestion.Maximum.Amount)
            return ActionOutcome.Refused("EXCEEDS_REFUNDABLE", "That is more than can still be paid back for this order.");
        return call.Quote is { } quote && quote.ToCustomer != amount
            ? ActionOutcome.Refused("AMOUNT_CHANGED", "The sum is another now than the one that was agreed.")
            : null;
    }

    private static Money Sum(Refund action, Suggestion suggestion) => (action.Extra is { } extra ? suggestion.Amount + extra : suggestion.Amount).Rounded();

    private static IEnumerable<QuoteLine> Lines(Refund action, Order order, Suggestion suggestion)
    {
        var pieces = suggestion.Amount.Rounded() - suggestion.Shipping.Rounded();
        yield return new(Labels.Items(order, action.Items), pieces);
        yield return new("Shipping", suggestion.Shipping.Rounded());
        yield return new("Goodwill", Sum(action, suggestion) - suggestion.Amount.Rounded());
    }

    // Pieces that are still to be sent are taken out of the order with their money; what was sent stays where it is. A line takes one restock type only.
    private static ImmutableArray<object> Items(Refund action, Order? order) =>
    [
        .. action.Items.GroupBy(i => i.LineId, StringComparer.Ordinal).Select(line => (Id: line.Key, Pieces: line.Sum(i => i.Quantity))).Select(line => (object)new
        {
            lineItemId = line.Id, quantity = line.Pieces, restockType = line.Pieces <= (order?.Lines.FirstOrDefault(l => l.Id == line.Id)?.Unfulfilled ?? 0) ? "CANCEL" : "NO_RESTOCK",
        }),
    ];

    private static Dictionary<string, object?> Input(Refund action, ActionCall call, Money amount, IReadOnlyList<object> transactions)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["orderId"] = action.OrderId,
            ["currency"] = amount.Currency,
            ["note"] = ActionMark.Note(action.Reason, call.ActionId),
            ["notify"] = true,
            ["refundLineItems"] = Items(action, call.Before),
            ["transactions"] = transactions,
        };
        if (action.Shipping)
            input["shipping"] = new { fullRefund = true };
        if (action.Extra is not null)
            input["discrepancyReason"] = "CUSTOMER";
        if (action.RefundTo.Route == RefundRoute.StoreCredit)
            input["refundMethods"] = new[] { new { storeCreditRefund = new { amount = MoneyNode.Input(amount) } } };
        return input;
    }
}
