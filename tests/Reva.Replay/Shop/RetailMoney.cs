using Reva.Agent.Ports;
using Reva.Core;
using Reva.Core.Actions;

namespace Reva.Replay.Shop;

/// <summary>Moves the money of an action on the method that was chosen for it, or notes what is to move when goods have come back.</summary>
internal sealed class RetailMoney(ICommerce platform, BackOfficeClient office)
{
    /// <summary>Has the order paid with the other method, and the first one paid back.</summary>
    public async Task<ActionOutcome> RebookAsync(ChangePaymentMethod change, ActionCall call, CancellationToken cancellationToken)
    {
        var refusal = await office.SettleAsync(change.OrderNumber, new(call.ActionId, "change_method", change.PaymentMethodId, null), cancellationToken);
        return refusal is null ? ActionOutcome.Done() with { PlatformId = change.OrderId } : ActionOutcome.Refused(refusal.Code, refusal.Message);
    }

    /// <summary>Settles what the platform has just done; <paramref name="done"/> with the money, or with the problem for a person.</summary>
    public async Task<ActionOutcome> SettleAsync(string storeId, OrderAction action, string method, ActionOutcome done, ActionCall call, CancellationToken cancellationToken)
    {
        // Below nothing it goes to the customer, above they pay.
        var due = action switch
        {
            ChangeItems => await OutstandingAsync(storeId, action, call, cancellationToken),
            ExchangeItems exchange => await DifferenceAsync(storeId, exchange, call, cancellationToken),
            ReturnItems back => Negative(ChosenMethod.Price(call.Before!, back.Items.Select(i => (i.LineId, i.Quantity)))),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.Kind, "No money of this action is settled by a chosen method."),
        };
        var pays = due.Amount > 0 || due.Amount == 0 && action is ChangeItems change && await IsNoisyChargeAsync(storeId, change, call, cancellationToken);
        var kind = (action is ChangeItems ? "" : "planned_") + (pays ? "charge" : "refund");
        var refusal = await office.SettleAsync(action.OrderNumber, new(call.ActionId, kind, method, Math.Abs(due.Amount)), cancellationToken);
        if (refusal is not null)
            return done with { Code = refusal.Code, Problem = $"The order is changed; {due} could not be settled and is for a person: {refusal.Message}" };
        return action is not ChangeItems ? done : due.Amount > 0 ? done with { Charged = due } : done with { Refunded = due.Amount < 0 ? Negative(due) : null };
    }

    private async Task<Money> OutstandingAsync(string storeId, OrderAction action, ActionCall call, CancellationToken cancellationToken)
    {
        var order = await platform.ReadAsync(storeId, action.OrderId, cancellationToken) ?? throw new ShopUnavailableException($"Order {action.OrderNumber} cannot be read after its change.");
        var before = call.Before!.Outstanding ?? Money.Zero(order.Total.Currency);
        return ((order.Outstanding ?? Money.Zero(order.Total.Currency)) - before).Rounded();
    }

    private async Task<Money> DifferenceAsync(string storeId, ExchangeItems exchange, ActionCall call, CancellationToken cancellationToken)
    {
        var offers = await platform.VariantsAsync(storeId, [.. exchange.Swaps.Select(s => s.NewVariantId).Distinct(StringComparer.Ordinal)], cancellationToken);
        var back = ChosenMethod.Price(call.Before!, exchange.Swaps.Select(s => (s.LineId, s.Quantity)));
        return exchange.Swaps.Aggregate(Negative(back), (sum, swap) => sum + offers.First(o => o.VariantId == swap.NewVariantId).Price * swap.Quantity).Rounded();
    }

    // This back office adds prices up in binary floating point: prices that cancel out can leave a grain above nothing, and then it books a payment of 0.
    private async Task<bool> IsNoisyChargeAsync(string storeId, ChangeItems action, ActionCall call, CancellationToken cancellationToken)
    {
        var offers = await platform.VariantsAsync(storeId, [.. action.Changes.Select(c => c.NewVariantId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        return action.Changes.Aggregate(0d, (sum, change) => sum + ((double)Offered(offers, change.NewVariantId) - (double)Listed(call, change.LineId))) > 0;
    }

    private static decimal Offered(IEnumerable<VariantOffer> offers, string? variantId) => offers.FirstOrDefault(o => o.VariantId == variantId)?.Price.Amount ?? 0;

    private static decimal Listed(ActionCall call, string? lineId) => call.Before!.Lines.FirstOrDefault(l => l.Id == lineId)?.Price.Amount ?? 0;

    private static Money Negative(Money money) => Money.Zero(money.Currency) - money;
}
