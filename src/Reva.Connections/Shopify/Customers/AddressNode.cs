namespace Reva.Connections.Shopify.Customers;

/// <summary>A <c>MailingAddress</c>.</summary>
internal sealed record AddressNode
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? Phone { get; init; }
    public string? Address1 { get; init; }
    public string? Address2 { get; init; }
    public string? City { get; init; }
    public string? Province { get; init; }
    public string? ProvinceCode { get; init; }
    public string? Zip { get; init; }
    public string? Country { get; init; }
    public string? CountryCodeV2 { get; init; }
}
