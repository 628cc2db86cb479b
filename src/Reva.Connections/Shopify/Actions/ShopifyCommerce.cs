using System.Collections.Immutable;
using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions;

/// <summary>
/// Acts on a Shopify shop. Most of its mutations take no idempotency key, so that every action is looked for before it is done,
/// once more after a refusal, and calls for the same action wait for each other.
/// </summary>
internal sealed class ShopifyCommerce(ShopifyAdmin admin, ShopifyOrders orders, Variants variants, ShopCurrency currency, IEnumerable<IShopifyAction> actions) : ICommerce
{
    private readonly ImmutableDictionary<ActionKind, IShopifyAction> _actions = actions.ToImmutableDictionary(a => a.Kind);
    private readonly OneAtATime _turns = new();

    public ValueTask<CommerceAbilities> AbilitiesAsync(string storeId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CommerceAbilities([.. _actions.Keys], ChoosesPaymentMethod: false));

    public async Task<Order?> ReadAsync(string storeId, string orderId, CancellationToken cancellationToken) =>
        await orders.ReadAsync(await admin.StoreAsync(storeId, cancellationToken), orderId, cancellationToken);

    public async Task<ImmutableArray<VariantOffer>> VariantsAsync(string storeId, IReadOnlyCollection<string> variantIds, CancellationToken cancellationToken) =>
        await variants.ReadAsync(await admin.StoreAsync(storeId, cancellationToken), variantIds, cancellationToken);

    public async Task<ImmutableArray<VariantOffer>> VariantsOfAsync(string storeId, string productId, CancellationToken cancellationToken) =>
        await variants.OfProductAsync(await admin.StoreAsync(storeId, cancellationToken), productId, cancellationToken);

    public async Task<ActionQuote> QuoteAsync(string storeId, ShopAction action, Order? order, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var subject = action is OrderAction { OrderId: var id } ? order ?? await orders.ReadAsync(store, id, cancellationToken) : null;
        var nothing = ActionQuote.Nothing(subject?.Total.Currency ?? await currency.OfAsync(store, cancellationToken));
        return _actions.TryGetValue(action.Kind, out var known) ? await known.QuoteAsync(store, action, subject, nothing, cancellationToken) : nothing;
    }

    public async Task<ActionOutcome> CarryOutAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        if (!_actions.TryGetValue(action.Kind, out var known))
            return ActionOutcome.Unsupported("Shopify cannot change how an order was paid; someone at the shop has to settle it.");
        if (PaymentChoice.Problem(action, call.Before) is { } problem)
            return ActionOutcome.Unsupported(problem);
        using var turn = await _turns.EnterAsync($"{storeId}/{call.ActionId}", cancellationToken);
        return await known.LookUpAsync(store, action, call, cancellationToken) ?? await DoAsync(store, known, action, call, cancellationToken);
    }

    public async Task<ActionOutcome?> LookUpAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        if (!_actions.TryGetValue(action.Kind, out var known))
            return null;
        using var turn = await _turns.EnterAsync($"{storeId}/{call.ActionId}", cancellationToken);
        return await LookAgainAsync(store, known, action, call, cancellationToken);
    }

    public Task<ImmutableArray<PaymentMethod>> PaymentMethodsAsync(string storeId, string customerEmail, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray<PaymentMethod>.Empty);

    private static async Task<ActionOutcome> DoAsync(ShopifyStore store, IShopifyAction known, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        var outcome = await known.DoAsync(store, action, call, cancellationToken).OrRefusalAsync(refusal => refusal);
        // A first try whose answer was lost makes the second one be refused: 'already cancelled', 'already taken'.
        return outcome.Result == ActionResult.Refused ? await LookAgainAsync(store, known, action, call, cancellationToken) ?? outcome : outcome;
    }

    private static async Task<ActionOutcome?> LookAgainAsync(ShopifyStore store, IShopifyAction known, ShopAction action, ActionCall call, CancellationToken cancellationToken)
    {
        await known.SettledAsync(store, action, cancellationToken);
        return await known.LookUpAsync(store, action, call, cancellationToken);
    }
}
