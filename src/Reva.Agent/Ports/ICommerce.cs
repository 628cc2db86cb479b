using System.Collections.Immutable;
using Reva.Core.Actions;
using Reva.Core.Customers;
using Reva.Core.Orders;

namespace Reva.Agent.Ports;

/// <summary>
/// A store's platform, as far as it is acted on. Nothing here asks whether something may be done: the action desk alone decides that.
/// Thread safe. Throws <see cref="ShopUnavailableException"/> when the platform does not answer: then nothing is known of what it did.
/// </summary>
public interface ICommerce
{
    /// <summary>What this store's platform can do.</summary>
    ValueTask<CommerceAbilities> AbilitiesAsync(string storeId, CancellationToken cancellationToken);

    /// <summary>The order as it is now, by the platform's id; null when there is none.</summary>
    Task<Order?> ReadAsync(string storeId, string orderId, CancellationToken cancellationToken);

    /// <summary>Variants by the platform's ids, as they can be bought now; those that do not exist are left out.</summary>
    Task<ImmutableArray<VariantOffer>> VariantsAsync(string storeId, IReadOnlyCollection<string> variantIds, CancellationToken cancellationToken);

    /// <summary>All variants of a product as they can be bought now, in the shop's order; empty when the product does not exist any more.</summary>
    Task<ImmutableArray<VariantOffer>> VariantsOfAsync(string storeId, string productId, CancellationToken cancellationToken);

    /// <summary>What the action would move, told by the platform's own arithmetic where it has one. Changes nothing.</summary>
    /// <param name="order">The order as read just before; null for an action that is not on an order.</param>
    Task<ActionQuote> QuoteAsync(string storeId, ShopAction action, Order? order, CancellationToken cancellationToken);

    /// <summary>
    /// Does it, once for <see cref="ActionCall.ActionId"/>: where the platform takes idempotency keys, under one made of it;
    /// elsewhere leaving a mark by which <see cref="LookUpAsync"/> finds it. A refusal of the platform is an outcome, not an exception.
    /// </summary>
    Task<ActionOutcome> CarryOutAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken);

    /// <summary>Whether the platform has done it already, after an answer was lost; null when it has not.</summary>
    Task<ActionOutcome?> LookUpAsync(string storeId, ShopAction action, ActionCall call, CancellationToken cancellationToken);

    /// <summary>Payment methods that the back office would charge or pay back to; empty where it keeps none.</summary>
    Task<ImmutableArray<PaymentMethod>> PaymentMethodsAsync(string storeId, string customerEmail, CancellationToken cancellationToken);
}

/// <summary>What a platform can do.</summary>
/// <param name="Actions">Actions it carries out.</param>
/// <param name="ChoosesPaymentMethod">Whether money can go to or come from a payment method of choice.</param>
public sealed record CommerceAbilities(ImmutableHashSet<ActionKind> Actions, bool ChoosesPaymentMethod);

/// <summary>Under what an action is carried out.</summary>
/// <param name="ActionId">The action's id, a ULID; the platform's idempotency key and marks are made of it.</param>
/// <param name="Before">The order as it was when the customer confirmed, so that a look-up can tell what has changed since; null without an order.</param>
/// <param name="StartedAt">When it was first tried.</param>
public sealed record ActionCall(string ActionId, Order? Before, DateTimeOffset StartedAt)
{
    /// <summary>What was said yes to: a refund or item change that would come to another sum is refused as <c>AMOUNT_CHANGED</c>. Null when no sum was agreed.</summary>
    public ActionQuote? Quote { get; init; }
}
