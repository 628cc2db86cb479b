using Reva.Agent.Ports;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions;

/// <summary>One kind of action on Shopify. Thread safe; calls for one action id come one after the other.</summary>
internal interface IShopifyAction
{
    ActionKind Kind { get; }

    /// <summary>What it would move. Changes nothing.</summary>
    /// <param name="nothing">The quote of what moves no money, in the currency that counts.</param>
    Task<ActionQuote> QuoteAsync(ShopifyStore store, ShopAction action, Order? order, ActionQuote nothing, CancellationToken cancellationToken);

    /// <summary>Does what of it is not yet done. What the shop refuses is an outcome; a lost answer is a <see cref="ShopUnavailableException"/>.</summary>
    Task<ActionOutcome> DoAsync(ShopifyStore store, ShopAction action, ActionCall call, CancellationToken cancellationToken);

    /// <summary>Waits, for a bounded time, for what the shop may still be at in the background, after an answer was lost.</summary>
    Task SettledAsync(ShopifyStore store, ShopAction action, CancellationToken cancellationToken);

    /// <summary>Its outcome if it was done whole; null when nothing, or only a part of it, was done.</summary>
    Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ShopAction action, ActionCall call, CancellationToken cancellationToken);
}

/// <summary>An <see cref="IShopifyAction"/> that knows its action's type.</summary>
internal abstract class ShopifyAction<T>(ActionKind kind) : IShopifyAction
    where T : ShopAction
{
    public ActionKind Kind => kind;

    public Task<ActionQuote> QuoteAsync(ShopifyStore store, ShopAction action, Order? order, ActionQuote nothing, CancellationToken cancellationToken) =>
        QuoteAsync(store, (T)action, order, nothing, cancellationToken);

    public Task<ActionOutcome> DoAsync(ShopifyStore store, ShopAction action, ActionCall call, CancellationToken cancellationToken) =>
        DoAsync(store, (T)action, call, cancellationToken);

    public Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ShopAction action, ActionCall call, CancellationToken cancellationToken) =>
        LookUpAsync(store, (T)action, call, cancellationToken);

    public Task SettledAsync(ShopifyStore store, ShopAction action, CancellationToken cancellationToken) => SettledAsync(store, (T)action, cancellationToken);

    protected virtual Task SettledAsync(ShopifyStore store, T action, CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task<ActionQuote> QuoteAsync(ShopifyStore store, T action, Order? order, ActionQuote nothing, CancellationToken cancellationToken);

    protected abstract Task<ActionOutcome> DoAsync(ShopifyStore store, T action, ActionCall call, CancellationToken cancellationToken);

    protected abstract Task<ActionOutcome?> LookUpAsync(ShopifyStore store, T action, ActionCall call, CancellationToken cancellationToken);
}
