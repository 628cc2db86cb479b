using Reva.Sandbox.Shopify.Folder;

namespace Reva.Sandbox.Tau;

/// <summary>Customers and addresses.</summary>
internal static class TauPeople
{
    public static CustomerFile Convert(string userId, TauUser user, long id) => new(
        id, user.Email, user.Name.FirstName, user.Name.LastName, Tags: [$"user:{userId}"], Addresses: [Address(user.Address)],
        PaymentMethods: [.. user.PaymentMethods.Values.Select(m => new PaymentMethodFile(m.Id, m.Source.ToUpperInvariant(), m.Brand, m.LastFour, m.Balance))]);

    public static AddressFile Address(TauAddress address, string? firstName = null, string? lastName = null) => new(
        firstName, lastName, null, address.Address1, address.Address2, address.City, address.State, address.State,
        address.Country, address.Country == "USA" ? "US" : null, address.Zip);
}
