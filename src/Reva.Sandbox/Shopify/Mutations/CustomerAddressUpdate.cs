using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>customerAddressUpdate</c></summary>
internal static class CustomerAddressUpdate
{
    public static readonly Field Field = Payload.Field(
        "customerAddressUpdate", CustomerMade.AddressPayload("CustomerAddressUpdatePayload"), Run, InputTypes.Id("customerId"), InputTypes.Id("addressId"),
        new("address", InputTypes.Address.Required), InputTypes.Flag("setAsDefault"));

    private static object Run(Change change)
    {
        var customer = CustomerMade.Find(change, "customerId");
        var before = CustomerMade.FindAddress(change, customer);
        var address = Addresses.Read(change, change.Arguments.Object("address")!, before, "address");
        return CustomerMade.Save(change, customer, customer.Addresses.Select(a => a.Id == address.Id ? address : a), address, change.Arguments.Flag("setAsDefault"));
    }
}
