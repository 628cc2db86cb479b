using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Replay.Shop;

/// <summary>
/// A shop whose back office knows its customers' payment methods. Orders are read and changed by the platform's adapter; what it has no notion of,
/// choosing the method that pays or is paid back, is settled in the back office, once for each action.
/// </summary>
internal sealed class RetailBackOffice(ICommerce platform, BackOfficeClient office) : ICommerce
{
    private static readonly string[] CancelReasons = ["no longer needed", "ordered by mistake"];

    private readonly RetailMoney _money = new(platform, office);
    private readonly ReversedHistory _history = new(office);

    /// <inheritdoc/>
    public async ValueTask<CommerceAbilities> AbilitiesAsync(string storeId, CancellationToken cancellationToken)
    {
        var abilities = await platform.AbilitiesAsync(storeId, cancellationToken);
        return new(abilities.Actions.Add(ActionKind.ChangePaymentMethod), ChoosesPaymentMethod: true);
    }

    /// <inheritdoc/>
    public Task<Order?> ReadAsync(string storeId, string orderId, CancellationToken cancellationToken) => platform.ReadAsync(storeId, orderId, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<VariantOffer>> VariantsAsync(string storeId, IReadOnlyCollection<string> variantIds, CancellationToken cancellationToken) =>
        platform.VariantsAsync(storeId, variantIds, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<VariantOffer>> VariantsOfAsync(string storeId, string productId, CancellationToken cancellationToken) =>
        platform.VariantsOfAsync(storeId, productId, cancellationToken);

    /// <inheritdoc/>
    public Task<ImmutableArray<PaymentMethod>> PaymentMethodsAsync(string storeId, string customerEmail, CancellationToken cancellationToken) =>
        office.MethodsAsync(customerEmail, cancellationToken);

    /// <inheritdoc/>
    public async Task<ActionQuote> QuoteAsync(string storeId, ShopAction action, Order? order, CancellationToken cancellationToken)
    {
        var quote = await platform.QuoteAsync(storeId, ChosenMethod.Without(action), order, cancellationToken);
        if (order is null || ChosenMethod.Of(action) is not { } id || (await office.MethodsAsync(order.Email, cancellationToken)).FirstOrDefault(m => m.Id == id) is not { } method)
            return quote;
        var chosen = quote with { Method = method.Label, Balance = method.Balance };
        return action is ChangePaymentMethod && order.Payments.FirstOrDefault(p => !p.Refund) is { } paid ? chosen with { FromCustomer = paid.Amount } : chosen;
    }

    /// <inheritdoc/>
    public async Task<ActionOutcome> CarryOutAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case CancelOrder cancel when !CancelReasons.Contains(cancel.Reason):
                return ActionOutcome.Refused("INVALID_REASON", $"The back office cancels orders that are {string.Join(" or ", CancelReasons)}.");
            case CancelOrder cancel:
                return await _history.AroundAsync(cancel.OrderNumber, call, () => platform.CarryOutAsync(storeId, cancel, call, cancellationToken), cancellationToken);
            case ChangePaymentMethod change:
                return await _money.RebookAsync(change, call, cancellationToken);
            default:
                var outcome = await platform.CarryOutAsync(storeId, ChosenMethod.Without(action), call, cancellationToken);
                return outcome.Result == ActionResult.Done && ChosenMethod.Of(action) is { } method ? await _money.SettleAsync(storeId, (OrderAction)action, method, outcome, call, cancellationToken) : outcome;
        }
    }

    /// <inheritdoc/>
    public async Task<ActionOutcome?> LookUpAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        if (action is ChangePaymentMethod change)
            return await office.FindAsync(change.OrderNumber, call.ActionId, cancellationToken) is null ? null : ActionOutcome.Done();
        var done = await platform.LookUpAsync(storeId, ChosenMethod.Without(action), call, cancellationToken);
        if (done is null || action is not OrderAction onOrder || ChosenMethod.Of(action) is null)
            return done;
        // Changed but not settled is not done: carrying it out once more finds the change and settles it.
        return await office.FindAsync(onOrder.OrderNumber, call.ActionId, cancellationToken) is null ? null : done;
    }
}
