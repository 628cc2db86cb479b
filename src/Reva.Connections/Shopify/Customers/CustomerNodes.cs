using Reva.Connections.Shopify.Admin;

namespace Reva.Connections.Shopify.Customers;

internal sealed record CustomerByEmailData(CustomerNode? CustomerByIdentifier);

internal sealed record CustomersData(Nodes<CustomerNode> Customers);

internal sealed record CustomerNode
{
    public required string Id { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public EmailNode? DefaultEmailAddress { get; init; }
    public AddressNode? DefaultAddress { get; init; }
    public Nodes<AddressNode> AddressesV2 { get; init; } = new();
}

internal sealed record EmailNode(string? EmailAddress);
