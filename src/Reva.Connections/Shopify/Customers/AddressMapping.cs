using Reva.Core.Customers;

namespace Reva.Connections.Shopify.Customers;

/// <summary>Addresses from Shopify's words to ours and back.</summary>
internal static class AddressMapping
{
    /// <summary>Null for no address, or one without a street.</summary>
    public static PostalAddress? Address(AddressNode? node)
    {
        if (Text(node?.Address1) is not { } street)
            return null;
        return new()
        {
            Name = Text(node!.Name),
            Address1 = street,
            Address2 = Text(node.Address2),
            City = Text(node.City) ?? "",
            Province = Text(node.ProvinceCode) ?? Text(node.Province),
            Zip = Text(node.Zip) ?? "",
            Country = Text(node.Country) ?? Text(node.CountryCodeV2) ?? "",
        };
    }

    /// <summary>A <c>MailingAddressInput</c>. Empty parts are sent as null, so that what stood there before goes; the name is left out when it stays.</summary>
    public static Dictionary<string, object?> Input(PostalAddress address)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["address1"] = address.Address1,
            ["address2"] = Text(address.Address2),
            ["city"] = address.City,
            ["zip"] = address.Zip,
        };
        var country = Countries.Code(address.Country);
        input[country is null ? "country" : "countryCode"] = country ?? address.Country;
        var province = Text(address.Province);
        input[IsCode(province) ? "provinceCode" : "province"] = province;
        if (Text(address.Name) is { } name)
            (input["firstName"], input["lastName"]) = Split(name);
        return input;
    }

    /// <summary>Whether <paramref name="node"/> is <paramref name="address"/>: case and spaces aside, and country and province by code or by name.</summary>
    public static bool Is(AddressNode? node, PostalAddress address) =>
        node is not null
        && Same(node.Address1, address.Address1) && Same(node.Address2, address.Address2) && Same(node.City, address.City) && Same(node.Zip, address.Zip)
        && (Text(address.Name) is null || Same(node.Name, address.Name))
        && (Text(address.Province) is null || Same(node.ProvinceCode, address.Province) || Same(node.Province, address.Province))
        && (Same(node.Country, address.Country) || Same(node.CountryCodeV2 ?? Countries.Code(node.Country), Countries.Code(address.Country) ?? address.Country));

    private static (string? First, string Last) Split(string name) =>
        name.LastIndexOf(' ') is var space and > 0 ? (name[..space].Trim(), name[(space + 1)..]) : (null, name);

    private static bool IsCode(string? province) => province is { Length: 2 or 3 } && province.All(char.IsAsciiLetterUpper);

    private static bool Same(string? left, string? right) => NameForms.Fold(left ?? "") == NameForms.Fold(right ?? "");

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
