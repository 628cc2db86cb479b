using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Customers;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Addresses;

/// <summary>
/// Sends an order elsewhere by <c>orderUpdate</c>. To write the same address twice is to write it once, so no mark is needed:
/// an order that bears the wanted address has been changed, whoever's hand it was.
/// </summary>
internal sealed class OrderReaddressing(ShopifyAdmin admin) : ShopifyAction<ChangeAddress>(ActionKind.ChangeAddress)
{
    private static readonly ShopifyQuery Read = ShopifyQuery.Load("order-address", "address-fields");
    private static readonly ShopifyQuery Change = ShopifyQuery.Load("change-address");

    protected override Task<ActionQuote> QuoteAsync(ShopifyStore store, ChangeAddress action, Order? order, ActionQuote nothing, CancellationToken cancellationToken) =>
        Task.FromResult(nothing);

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, ChangeAddress action, ActionCall call, CancellationToken cancellationToken)
    {
        if (await AddressedAsync(store, action, cancellationToken) is not { } order)
            return ActionOutcome.Refused("NOT_FOUND", "The shop has no such order.");
        var input = new { id = action.OrderId, shippingAddress = Kept(order.ShippingAddress, AddressMapping.Input(action.Address)) };
        var data = await admin.AskAsync<ChangeData<ChangePayload>>(store, Change, new { input }, Urgency.RepeatableChange, cancellationToken);
        return data.Result?.Refusal ?? Done(action);
    }

    protected override async Task<ActionOutcome?> LookUpAsync(ShopifyStore store, ChangeAddress action, ActionCall call, CancellationToken cancellationToken) =>
        await AddressedAsync(store, action, cancellationToken) is { } order && AddressMapping.Is(order.ShippingAddress, action.Address) ? Done(action) : null;

    private async Task<AddressedOrder?> AddressedAsync(ShopifyStore store, ChangeAddress action, CancellationToken cancellationToken) =>
        (await admin.AskAsync<AddressedData>(store, Read, new { id = action.OrderId }, Urgency.Shopper, cancellationToken)).Order;

    // The new address replaces the old one whole: the person and their telephone have to come along.
    private static Dictionary<string, object?> Kept(AddressNode? old, Dictionary<string, object?> input)
    {
        input.TryAdd("firstName", old?.FirstName);
        input.TryAdd("lastName", old?.LastName);
        input.TryAdd("phone", old?.Phone);
        return input;
    }

    private static ActionOutcome Done(ChangeAddress action) => ActionOutcome.Done() with { PlatformId = action.OrderId };

    private sealed record AddressedData(AddressedOrder? Order);

    private sealed record AddressedOrder(AddressNode? ShippingAddress);
}
