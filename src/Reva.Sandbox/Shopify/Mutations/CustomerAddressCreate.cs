using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>customerAddressCreate</c></summary>
internal static class CustomerAddressCreate
{
    public static readonly Field Field = Payload.Field(
        "customerAddressCreate", CustomerMade.AddressPayload("CustomerAddressCreatePayload"), Run, InputTypes.Id("customerId"), new("address", InputTypes.Address.Required),
        InputTypes.Flag("setAsDefault"));

    private static object Run(Change change)
    {
        var customer = CustomerMade.Find(change, "customerId");
        var blank = Addresses.Empty(change.Activity.NextId()) with { FirstName = customer.FirstName, LastName = customer.LastName };
        var address = Addresses.Read(change, change.Arguments.Object("address")!, blank, "address");
        return CustomerMade.Save(change, customer, [.. customer.Addresses, address], address, change.Arguments.Flag("setAsDefault"));
    }
}
