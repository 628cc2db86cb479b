using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Makes customers of what a folder says.</summary>
internal sealed class CustomerReader(FolderFile file)
{
    private static readonly string[] Kinds = ["CREDIT_CARD", "PAYPAL", "GIFT_CARD"];

    public IEnumerable<Customer> Read() => file.Read<IReadOnlyList<CustomerFile>>().Select((c, i) => Customer(c, $"[{i}]"));

    public static Address Address(AddressFile given, long id, string? firstName = null, string? lastName = null) => new(
        id, given.FirstName ?? firstName, given.LastName ?? lastName, given.Company, given.Address1, given.Address2, given.City, given.Province,
        given.ProvinceCode, given.Country, given.CountryCode, given.Zip, given.Phone);

    private Customer Customer(CustomerFile given, string place)
    {
        if (!given.Email.Contains('@', StringComparison.Ordinal))
            throw file.Wrong($"{place}.email", $"'{given.Email}' is no e-mail address.");
        var created = file.Date(given.CreatedAt, $"{place}.createdAt");
        return new Customer(
            given.Id, given.FirstName, given.LastName, given.Email, given.Phone, created, created, given.Tags ?? [], given.Note, given.Locale, given.AcceptsMarketing,
            [.. (given.Addresses ?? []).Select((a, i) => Address(a, given.Id * 100 + i, given.FirstName, given.LastName))],
            [.. (given.PaymentMethods ?? []).Select((m, i) => new PaymentMethod(
                m.Id, file.OneOf(m.Kind, Kinds, $"{place}.paymentMethods[{i}].kind"), m.Brand, m.LastDigits, m.Balance))]);
    }
}
