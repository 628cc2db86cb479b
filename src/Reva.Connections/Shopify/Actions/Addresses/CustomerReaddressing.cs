using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Customers;
using Reva.Core.Actions;
using Reva.Core.Orders;

namespace Reva.Connections.Shopify.Actions.Addresses;

/// <summary>Changes a customer's default address, or gives them their first. Only the first could come to be twice; it is looked for before.</summary>
internal sealed class CustomerReaddressing(ShopifyAdmin admin) : ShopifyAction<UpdateCustomerAddress>(ActionKind.UpdateCustomerAddress)
{
    private static readonly ShopifyQuery Read = ShopifyQuery.Load("customer-addresses", "address-fields");
    private static readonly ShopifyQuery Update = ShopifyQuery.Load("update-customer-address");
    private static readonly ShopifyQuery Create = ShopifyQuery.Load("create-customer-address");

    protected override Task<ActionQuote> QuoteAsync(ShopifyStore store, UpdateCustomerAddress action, Order? order, ActionQuote nothing, CancellationToken cancellationToken) =>
        Task.FromResult(nothing);

    protected override async Task<ActionOutcome> DoAsync(ShopifyStore store, UpdateCustomerAddress action, ActionCall call, CancellationToken cancellationToken)
    {
        if (await AddressedAsync(store, action, cancellationToken) is not { } customer)
            return ActionOutcome.Refused("NOT_FOUND", "The shop has no such customer.");
        var address = AddressMapping.Input(action.Address);
        var change = customer.DefaultAddress?.Id is { } addressId
            ? admin.AskAsync<ChangeData<ChangePayload>>(store, Update, new { customerId = action.CustomerId, addressId, address }, Urgency.RepeatableChange, cancellationToken)
            : admin.AskAsync<ChangeData<ChangePayload>>(store, Create, new { customerId = action.CustomerId, address }, Urgency.Change, cancellationToken);
        return (await change).Result?.Refusal ?? Done(action);
    }

    protected override async Task<ActionOutcome?> LookUpAsync(ShopifyStore store, UpdateCustomerAddress action, ActionCall call, CancellationToken cancellationToken) =>
        await AddressedAsync(store, action, cancellationToken) is { } customer && AddressMapping.Is(customer.DefaultAddress, action.Address) ? Done(action) : null;

    private async Task<AddressedCustomer?> AddressedAsync(ShopifyStore store, UpdateCustomerAddress action, CancellationToken cancellationToken) =>
        (await admin.AskAsync<AddressedData>(store, Read, new { id = action.CustomerId }, Urgency.Shopper, cancellationToken)).Customer;

    private static ActionOutcome Done(UpdateCustomerAddress action) => ActionOutcome.Done() with { PlatformId = action.CustomerId };

    private sealed record AddressedData(AddressedCustomer? Customer);

    private sealed record AddressedCustomer(AddressNode? DefaultAddress);
}
