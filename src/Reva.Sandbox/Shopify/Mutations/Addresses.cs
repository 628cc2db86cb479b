using System.Globalization;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Mutations;

/// <summary>Reads addresses: what is written replaces what was there, what is left out stays.</summary>
internal static class Addresses
{
    public static Address Read(Change change, Given given, Address before, params string[] field)
    {
        var code = given.Has("countryCode") ? given.Text("countryCode") : before.CountryCode;
        if (code is not null && code.Length != 2)
            throw Refusal.Invalid("Country is invalid", [.. field, "countryCode"]);
        var province = Or(given, "provinceCode", before.ProvinceCode);
        return new Address(
            before.Id, Or(given, "firstName", before.FirstName), Or(given, "lastName", before.LastName), Or(given, "company", before.Company), Or(given, "address1", before.Address1),
            Or(given, "address2", before.Address2), Or(given, "city", before.City),
            given.Has("province") ? given.Text("province") : province == before.ProvinceCode ? before.Province : Province(change, province), province,
            given.Has("country") ? given.Text("country") : code == before.CountryCode ? before.Country : Country(change, code), code,
            Or(given, "zip", before.Zip), Or(given, "phone", before.Phone));
    }

    public static Address Empty(long id) => new(id, null, null, null, null, null, null, null, null, null, null, null, null);

    private static string? Or(Given given, string name, string? before) => given.Has(name) ? given.Text(name) : before;

    // The shop's own addresses tell how it writes a country or a province out.
    private static string? Country(Change change, string? code) =>
        code is null ? null : Known(change).FirstOrDefault(a => a.CountryCode == code && a.Country is not null)?.Country ?? EnglishName(code);

    private static string? Province(Change change, string? code) =>
        code is null ? null : Known(change).FirstOrDefault(a => a.ProvinceCode == code && a.Province is not null)?.Province ?? code;

    private static IEnumerable<Address> Known(Change change) => change.Store.Customers.All.SelectMany(c => c.Addresses);

    private static string EnglishName(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            // The system knows no such country; the code is all there is to show.
            return code;
        }
    }
}
