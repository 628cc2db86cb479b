using Reva.Agent.Ports;
using Reva.Connections.Shopify.Admin;
using Reva.Connections.Shopify.Orders;
using Reva.Core.Customers;

namespace Reva.Connections.Shopify.Customers;

/// <summary>Customers straight from the shop.</summary>
internal sealed class ShopifyCustomers(ShopifyAdmin admin) : ICustomers
{
    private const int PerPage = 50;

    // Namesakes beyond this are not told apart: nobody is proven by so common a name.
    private const int MostPages = 4;

    private static readonly ShopifyQuery EmailQuery = ShopifyQuery.Load("customer-by-email", "customer-fields", "address-fields");
    private static readonly ShopifyQuery IdQuery = ShopifyQuery.Load("customer-by-id", "customer-fields", "address-fields");
    private static readonly ShopifyQuery NameQuery = ShopifyQuery.Load("customers-by-name", "customer-fields", "address-fields");

    public async Task<Customer?> ByEmailAsync(string storeId, string email, CancellationToken cancellationToken)
    {
        if (OrderSearch.Email(email) is not { } wanted)
            return null;
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var data = await admin.AskAsync<CustomerByEmailData>(store, EmailQuery, new { email = wanted }, Urgency.Shopper, cancellationToken);
        return data.CustomerByIdentifier is { } node && string.Equals(node.DefaultEmailAddress?.EmailAddress, wanted, StringComparison.OrdinalIgnoreCase) ? Customer(node) : null;
    }

    public async Task<Customer?> ByIdAsync(string storeId, string customerId, CancellationToken cancellationToken)
    {
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var data = await admin.AskAsync<CustomerByEmailData>(store, IdQuery, new { id = customerId }, Urgency.Shopper, cancellationToken);
        return data.CustomerByIdentifier is { } node ? Customer(node) : null;
    }

    public async Task<Customer?> ByNameAndPostcodeAsync(string storeId, string firstName, string lastName, string postcode, CancellationToken cancellationToken)
    {
        if (NameForms.Name(firstName) is not { } first || NameForms.Name(lastName) is not { } last || NameForms.Fold(postcode).Length == 0)
            return null;
        var store = await admin.StoreAsync(storeId, cancellationToken);
        var found = new List<CustomerNode>();
        string? cursor = null;
        for (var page = 0; page < MostPages; page++)
        {
            var data = await admin.AskAsync<CustomersData>(store, NameQuery, new { query = NameForms.ByNames(first, last), first = PerPage, after = cursor }, Urgency.Shopper, cancellationToken);
            found.AddRange(data.Customers.Items.Where(node => IsCalled(node, first, last) && LivesAt(node, postcode)));
            if (data.Customers.NextCursor is not { } next)
                return found is [var only] ? Customer(only) : null;
            cursor = next;
        }
        return null;
    }

    // The search also brings longer names and other people of the family.
    private static bool IsCalled(CustomerNode node, string first, string last) =>
        NameForms.Fold(node.FirstName ?? "") == NameForms.Fold(first) && NameForms.Fold(node.LastName ?? "") == NameForms.Fold(last);

    private static bool LivesAt(CustomerNode node, string postcode) =>
        node.AddressesV2.Items.Append(node.DefaultAddress).Any(address => address?.Zip is { } zip && NameForms.Fold(zip) == NameForms.Fold(postcode));

    private static Customer Customer(CustomerNode node) =>
        new(node.Id, node.DefaultEmailAddress?.EmailAddress ?? "", node.FirstName, node.LastName, AddressMapping.Address(node.DefaultAddress));
}
