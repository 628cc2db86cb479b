using Reva.Agent.Ports;
using Reva.Connections.Shopify.Actions.Refunds;
using Reva.Core;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Returns;

/// <summary>Takes items back. The money follows at the shop, when the parcel has arrived and the return is processed; where to is said in the note.</summary>
internal sealed class Returning(ReturnDesk desk, RefundDesk refunds) : ShopifyAction<ReturnItems>(ActionKind.ReturnItems)
{
    protected override async Task<ActionQuote> QuoteAsync(ShopifyStore store, ReturnItems action, Order? order, ActionQuote nothing, CancellationToken cancellationToken)
    {
        var items = action.Items.Select(i => new { lineItemId = i.LineId, quantity = i.Quantity, restockType = "NO_RESTOCK" });
        if (order is null || !order.HasRefundable(action.Items) || await refunds.SuggestAsync(store, action.OrderId, [.. items], shipping: false, cancellationToken) is not { } suggestion)
            return nothing;
        var goods = suggestion.Amount.Rounded();
        var restocking = (suggestion.Price with { Amount = suggestion.Price.Amount * action.RestockingFeePercent / 100m }).Rounded();
        var way = action.ReturnShippingFee?.Rounded() ?? Money.Zero(goods.Currency);
        var back = goods - restocking - way;
        QuoteLine[] lines =
        [
            new(Labels.Items(order, action.Items), goods),
            new($"Restocking fee ({action.RestockingFeePercent:0.##}%)", Money.Zero(goods.Currency) - restocking),
            new("Return label", Money.Zero(goods.Currency) - way),
        ];
        return ActionQuote.Nothing(goods.Currency) with
        {
            ToCustomer = back.Amount > 0 ? back : Money.Zero(goods.Currency),
            AfterArrival = true,
            Lines = [.. lines.Where(l => l.Amount.Amount != 0)],
            Method = Labels.Method(order, action.RefundTo),
        };
    }

    protected override Task<ActionOutcome> DoAsync(ShopifyStore store, ReturnItems action, ActionCall call, CancellationToken cancellationToken)
    {
        var words = action.RefundTo.Route == RefundRoute.StoreCredit ? $"To be paid back as store credit. {action.Note}" : action.Note;
        var draft = new ReturnDraft(action.OrderId, action.Items, action.Reason, words ?? "") { RestockingFeePercent = action.RestockingFeePercent, ShippingFee = action.ReturnShippingFee };
        return desk.OpenAsync(store, draft, call, cancellationToken);
    }

    protected override Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ReturnItems action, ActionCall call, CancellationToken cancellationToken) =>
        desk.FindAsync(store, action.OrderId, call.ActionId, cancellationToken);
}
