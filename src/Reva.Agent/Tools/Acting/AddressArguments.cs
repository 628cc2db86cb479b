using Reva.Core.Customers;

namespace Reva.Agent.Tools.Acting;

/// <summary>A postal address as tools take it.</summary>
public record AddressArguments(string? Name, string? Address1, string? Address2, string? City, string? Province, string? Zip, string? Country)
{
    private const int Longest = 200;

    /// <summary>Schema of the fields, to be put among a tool's properties.</summary>
    internal const string Properties = """
        "name":{"type":"string","description":"Who receives it; leave out to keep the name"},
        "address1":{"type":"string","description":"Street and number"},
        "address2":{"type":"string","description":"Flat, suite, floor"},
        "city":{"type":"string"},
        "province":{"type":"string","description":"State or province, as its code in the USA and Canada"},
        "zip":{"type":"string"},
        "country":{"type":"string"}
        """;

    /// <summary>The address, or what is missing.</summary>
    /// <param name="known">Fills in the country when it is left out.</param>
    internal (PostalAddress? Address, string? Problem) Read(PostalAddress? known)
    {
        string?[] all = [Name, Address1, Address2, City, Province, Zip, Country];
        if (all.FirstOrDefault(f => f?.Length > Longest) is { } tooLong)
            return (null, $"'{tooLong[..20]}…' is too long for an address: {Longest} characters are possible.");
        if (all.Any(f => f is not null && f.Any(char.IsControl)))
            return (null, "An address is written without line breaks and control characters.");
        var missing = new[] { ("street and number", Address1), ("city", City), ("postcode", Zip) }.Where(f => string.IsNullOrWhiteSpace(f.Item2)).Select(f => f.Item1).ToList();
        if (missing.Count > 0)
            return (null, $"The address lacks {string.Join(" and ", missing)}: ask for it.");
        if ((Text(Country) ?? known?.Country) is not { } country)
            return (null, "The address lacks the country: ask for it.");
        return (new PostalAddress
        {
            Name = Text(Name) ?? known?.Name, Address1 = Text(Address1)!, Address2 = Text(Address2), City = Text(City)!, Province = Text(Province), Zip = Text(Zip)!, Country = country,
        }, null);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
