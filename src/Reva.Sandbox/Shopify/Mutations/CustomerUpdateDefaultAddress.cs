using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary><c>customerUpdateDefaultAddress</c></summary>
internal static class CustomerUpdateDefaultAddress
{
    public static readonly Field Field = Payload.Field(
        "customerUpdateDefaultAddress", CustomerMade.Payload("CustomerUpdateDefaultAddressPayload"), Run, InputTypes.Id("customerId"), InputTypes.Id("addressId"));

    private static object Run(Change change)
    {
        var customer = CustomerMade.Find(change, "customerId");
        return CustomerMade.Save(change, customer, customer.Addresses, CustomerMade.FindAddress(change, customer), asDefault: true);
    }
}
