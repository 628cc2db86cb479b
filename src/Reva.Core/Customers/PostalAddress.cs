using System.Globalization;

namespace Reva.Core.Customers;

/// <summary>Where something is sent. Texts are as the customer wrote them, trimmed; empty lines are null.</summary>
public sealed record PostalAddress
{
    /// <summary>Who receives it; null keeps the name that stands there.</summary>
    public string? Name { get; init; }
    /// <summary>Street and number, 1–200 characters.</summary>
    public required string Address1 { get; init; }
    /// <summary>Flat, suite, floor.</summary>
    public string? Address2 { get; init; }
    /// <summary>Town, 1–100 characters.</summary>
    public required string City { get; init; }
    /// <summary>State or province, as its code where the country uses one.</summary>
    public string? Province { get; init; }
    /// <summary>Postcode.</summary>
    public required string Zip { get; init; }
    /// <summary>Country's name or ISO 3166-1 alpha-2 code, as the shop's platform takes it.</summary>
    public required string Country { get; init; }

    /// <summary>On one line: <c>986 Sunset Drive, Suite 259, Denver, CO 80279, USA</c>.</summary>
    public string OneLine()
    {
        var place = string.Join(' ', new[] { Province, Zip }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return string.Join(", ", new[] { Address1, Address2, City, place, CountryName }.Where(p => !string.IsNullOrWhiteSpace(p)));
    }

    // People know their country by its name.
    private string CountryName
    {
        get
        {
            try
            {
                return Country.Length == 2 ? new RegionInfo(Country.ToUpperInvariant()).EnglishName : Country;
            }
            catch (ArgumentException)
            {
                return Country;
            }
        }
    }
}
