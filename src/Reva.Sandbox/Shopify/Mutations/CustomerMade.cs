using Reva.Sandbox.GraphQL;
using Reva.Sandbox.Shopify.Schema;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>The customer that a mutation changed, and the address that it was about.</summary>
internal sealed record CustomerMade(long Id, long? AddressId = null)
{
    public static ObjectType<Outcome> Payload(string name) => Mutations.Payload.Type(name)
        .With<CustomerMade>("customer", CustomerTypes.Customer, (made, call) => ShopTypes.Services(call).Store.Customers.Find(made.Id));

    public static ObjectType<Outcome> AddressPayload(string name) => Mutations.Payload.Type(name)
        .With<CustomerMade>("address", CommonTypes.MailingAddress,
            (made, call) => ShopTypes.Services(call).Store.Customers.Find(made.Id)?.Addresses.FirstOrDefault(a => a.Id == made.AddressId));

    /// <exception cref="Refusal">There is no such customer.</exception>
    public static Customer Find(Change change, string field) =>
        change.Store.Customers.Find(change.Arguments.Id(field, "Customer")) ?? throw Refusal.NotFound("Customer", field);

    /// <exception cref="Refusal">The customer has no such address.</exception>
    public static Address FindAddress(Change change, Customer customer)
    {
        var id = change.Arguments.Id("addressId", "MailingAddress");
        return customer.Addresses.FirstOrDefault(a => a.Id == id) ?? throw Refusal.NotFound("Address", "addressId");
    }

    /// <summary>Saves the customer's addresses; the default one is the first.</summary>
    public static CustomerMade Save(Change change, Customer customer, IEnumerable<Address> addresses, Address about, bool asDefault)
    {
        var ordered = asDefault ? addresses.OrderBy(a => a.Id == about.Id ? 0 : 1) : addresses;
        change.Store.Customers.Put(customer with { Addresses = [.. ordered], UpdatedAt = change.Now });
        return new CustomerMade(customer.Id, about.Id);
    }
}
