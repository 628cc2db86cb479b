using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Actions.Refunds;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Returns;

/// <summary>Takes items back for others, as one return with exchange lines. A difference is settled at the shop, when the return is processed.</summary>
internal sealed class Exchanging(ReturnDesk desk, RefundDesk refunds, Variants variants) : ShopifyAction<ExchangeItems>(ActionKind.ExchangeItems)
{
    protected override async Task<ActionQuote> QuoteAsync(ShopifyStore store, ExchangeItems action, Order? order, CancellationToken cancellationToken)
    {
        var items = action.Swaps.Select(s => new ItemPieces(s.LineId, s.Quantity)).ToImmutableArray();
        var back = items.Select(i => new { lineItemId = i.LineId, quantity = i.Quantity, restockType = "NO_RESTOCK" });
        var offers = await variants.ReadAsync(store, action.Swaps.Select(s => s.NewVariantId), cancellationToken);
        if (order is null || !order.HasRefundable(items) || await refunds.SuggestAsync(store, action.OrderId, [.. back], shipping: false, cancellationToken) is not { } suggestion)
            return ActionQuote.Nothing(order?.Total.Currency ?? "USD") with { Offers = offers };
        var lines = Lines(action, order, items, suggestion, offers);
        var sum = lines.Aggregate(Money.Zero(suggestion.Amount.Currency), (total, line) => total + line.Amount);
        return ActionQuote.Nothing(sum.Currency) with
        {
            ToCustomer = sum.Amount > 0 ? sum : Money.Zero(sum.Currency),
            FromCustomer = sum.Amount < 0 ? Money.Zero(sum.Currency) - sum : Money.Zero(sum.Currency),
            AfterArrival = true,
            Lines = lines,
            Method = sum.Amount == 0 ? null : Labels.Method(order),
            Offers = offers,
        };
    }

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, ExchangeItems action, ActionCall call, CancellationToken cancellationToken)
    {
        var offers = await variants.ReadAsync(store, action.Swaps.Select(s => s.NewVariantId), cancellationToken);
        var wanted = action.Swaps.GroupBy(s => s.NewVariantId, StringComparer.Ordinal).Select(g => (VariantId: g.Key, Quantity: g.Sum(s => s.Quantity))).ToImmutableArray();
        if (wanted.Any(w => !offers.Any(o => o.VariantId == w.VariantId && o.Available && (o.Stock ?? int.MaxValue) >= w.Quantity)))
            return ActionOutcome.Refused("OUT_OF_STOCK", "What is wanted in exchange cannot be sold in that number now.");
        var draft = new ReturnDraft(action.OrderId, [.. action.Swaps.Select(s => new ItemPieces(s.LineId, s.Quantity))], action.Reason, "Exchange.") { Exchanged = wanted };
        return await desk.OpenAsync(store, draft, call, cancellationToken);
    }

    protected override Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ExchangeItems action, ActionCall call, CancellationToken cancellationToken) =>
        desk.FindAsync(store, action.OrderId, call.ActionId, cancellationToken);

    private static ImmutableArray<QuoteLine> Lines(ExchangeItems action, Order order, ImmutableArray<ItemPieces> items, Suggestion suggestion, ImmutableArray<VariantOffer> offers)
    {
        // New things are taxed as the old ones were: an exchange stays within what the shop sells under one rate.
        var tax = suggestion.Price.Amount > 0 ? suggestion.Amount.Amount / suggestion.Price.Amount : 1m;
        var lines = ImmutableArray.CreateBuilder<QuoteLine>();
        lines.Add(new(items.Length == 1 ? Labels.Items(order, items) : "What comes back", suggestion.Amount.Rounded()));
        foreach (var swap in action.Swaps)
        {
            // A price in another currency than the customer's is worked out by the shop when the return is processed.
            if (offers.FirstOrDefault(o => o.VariantId == swap.NewVariantId && o.Price.Currency == suggestion.Amount.Currency) is not { } offer)
                continue;
            var price = new Money(offer.Price.Amount * swap.Quantity * tax, offer.Price.Currency).Rounded();
            lines.Add(new(Labels.Pieces(offer.Title, offer.VariantTitle, swap.Quantity), Money.Zero(price.Currency) - price));
        }
        return lines.ToImmutable();
    }
}
