using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Returns;

/// <summary>Takes items back for others, as one return with exchange lines. A difference is settled at the shop, when the return is processed.</summary>
internal sealed class Exchanging(ReturnDesk desk, Variants variants) : ShopifyAction<ExchangeItems>(ActionKind.ExchangeItems)
{
    protected override async Task<ActionQuote> QuoteAsync(ShopifyStore store, ExchangeItems action, Order? order, ActionQuote nothing, CancellationToken cancellationToken)
    {
        var offers = await variants.ReadAsync(store, action.Swaps.Select(s => s.NewVariantId), cancellationToken);
        var known = action.Swaps.All(s => offers.Any(o => o.VariantId == s.NewVariantId));
        if (order is null || !known || await desk.CalculateAsync(store, Draft(action), cancellationToken) is not { Order: { } taxed, ReturnCalculate: { } calculated })
            return nothing with { Offers = offers };
        var lines = Lines(action, order, taxed, calculated, offers);
        var sum = lines.Aggregate(Money.Zero(order.Total.Currency), (total, line) => total + line.Amount);
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
        var draft = Draft(action);
        return draft.Exchanged.Any(w => !offers.Any(o => o.VariantId == w.VariantId && o.Available && (o.Stock ?? int.MaxValue) >= w.Quantity))
            ? ActionOutcome.Refused("OUT_OF_STOCK", "What is wanted in exchange cannot be sold in that number now.")
            : await desk.OpenAsync(store, draft, call, cancellationToken);
    }

    protected override Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ExchangeItems action, ActionCall call, CancellationToken cancellationToken) =>
        desk.FindAsync(store, action.OrderId, call.ActionId, cancellationToken);

    private static ReturnDraft Draft(ExchangeItems action) => new(action.OrderId, Items(action), action.Reason, "Exchange.")
    {
        Exchanged = [.. action.Swaps.GroupBy(s => s.NewVariantId, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(s => s.Quantity)))],
    };

    private static ImmutableArray<ItemPieces> Items(ExchangeItems action) => [.. action.Swaps.Select(s => new ItemPieces(s.LineId, s.Quantity))];

    private static ImmutableArray<QuoteLine> Lines(ExchangeItems action, Order order, TaxedOrder taxed, CalculatedReturn calculated, ImmutableArray<VariantOffer> offers)
    {
        var nothing = Money.Zero(order.Total.Currency);
        var lines = ImmutableArray.CreateBuilder<QuoteLine>();
        var items = Items(action);
        lines.Add(new(items.Length == 1 ? Labels.Items(order, items) : "What comes back", calculated.ReturnLineItems.Aggregate(nothing, (sum, back) => sum + back.Price(taxed))));
        foreach (var part in calculated.ExchangeLineItems)
        {
            var offer = offers.FirstOrDefault(o => o.VariantId == part.Variant?.Id);
            lines.Add(new(Labels.Pieces(offer?.Title ?? "New item", offer?.VariantTitle, part.Quantity), nothing - part.Price(taxed)));
        }
        return lines.ToImmutable();
    }
}
