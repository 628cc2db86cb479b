using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads a postal address, or a part of one, out of free text, and adds it to what was said before. Pure.</summary>
internal static class AddressReader
{
    private const int LongestPart = 100;

    /// <summary>The address with what <paramref name="text"/> says of it; what is said again replaces what was said.</summary>
    /// <param name="before">What was said before; null at first.</param>
    /// <param name="awaited">Whether an address was asked for, so that bare words belong to it.</param>
    public static WishedAddress? Read(string text, WishedAddress? before, bool awaited)
    {
        var plain = AddressForms.Courtesy().Replace(AddressForms.Noise().Replace(text, " "), "");
        var street = AddressForms.StreetAt(plain);
        if (street is null && !awaited)
            return before;
        var rest = plain[(street ?? 0)..];
        // '6 Main Street, not 5' corrects the street alone; another town takes state and postcode with it.
        var corrects = street is not null && before?.Address1 is not null;
        var read = Parts(rest, corrects ? new WishedAddress() : before ?? new WishedAddress(), street is not null);
        // 'Flat 3, 18 Elm Grove'.
        if (street is { } at && read.Address2 is null && AddressForms.Flat().Matches(plain[..at]).LastOrDefault() is { } flat && plain[(flat.Index + flat.Length)..at].All(c => c is ' ' or ',' or '\n' or '.'))
            read = read with { Address2 = flat.Value.Trim() };
        if (corrects && read.City is null && read.Zip is null)
            read = read with { Address2 = read.Address2 ?? before!.Address2, City = before!.City, Province = read.Province ?? before.Province, Zip = before.Zip, Country = read.Country ?? before.Country };
        return read == new WishedAddress() ? before : read;
    }

    /// <summary>What is missing still, in words; empty when the address is whole.</summary>
    /// <param name="country">The country that the order goes to.</param>
    public static List<string> Missing(WishedAddress? address, string? country)
    {
        var missing = new List<string>();
        if (address?.Address1 is null)
            missing.Add("street and house number");
        if (address?.City is null)
            missing.Add("town");
        if (Places.HasStates(address?.Country ?? country) && address?.Province is null)
            missing.Add("state");
        if (address?.Zip is null)
            missing.Add("postcode");
        return missing;
    }

    private static WishedAddress Parts(string text, WishedAddress address, bool hasStreet)
    {
        // A sentence that follows the postcode is no part of the address.
        var parts = AddressForms.AfterNumber().Replace(text, "$1\n").Split([',', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Trim(' ', '.', '!', '?', '"', '\'')).Where(p => p.Length is > 0 and <= LongestPart).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (i == 0 && hasStreet)
                (address, part) = WithStreet(part, address);
            if (part.Length > 0)
                address = WithPlace(part, address);
        }
        return address;
    }

    // '5 Main St Apt 4 Boston MA 02110' may come without a comma.
    private static (WishedAddress Address, string Left) WithStreet(string part, WishedAddress address)
    {
        var rest = "";
        if (AddressForms.Suffixed().Match(part) is { Success: true } street)
            (part, rest) = (street.Value.Trim(), part[(street.Index + street.Length)..].Trim());
        else if (AddressForms.Zip().Match(part) is { Success: true, Index: > 0 } && AddressForms.European().Match(part).Groups["street"] is { Success: true } european)
            (part, rest) = (european.Value.Trim(), part[european.Length..].Trim());
        address = address with { Address1 = part };
        if (AddressForms.Flat().Match(part) is { Success: true, Index: > 0 } inside)
            address = address with { Address1 = part[..inside.Index].Trim(' ', ','), Address2 = inside.Value.Trim() };
        return (address, rest);
    }

    private static WishedAddress WithPlace(string part, WishedAddress address)
    {
        if (AddressForms.Flat().Match(part) is { Success: true, Index: 0 } flat)
        {
            address = address with { Address2 = flat.Value.Trim() };
            part = part[flat.Length..].Trim();
        }
        if (Places.Country(part) is { } country && !(address.City is not null && address.Province is null && Places.State(part) is not null))
            return address with { Country = country };
        if (AddressForms.Zip().Match(part) is { Success: true } zip)
        {
            address = address with { Zip = zip.Value.ToUpperInvariant().Trim() };
            part = (part[..zip.Index] + " " + part[(zip.Index + zip.Length)..]).Trim(' ', '-');
        }
        if (Trailing(part) is var (name, tail, isCountry) && tail is not null)
        {
            address = isCountry ? address with { Country = tail } : address with { Province = tail };
            part = name;
        }
        part = AddressForms.Label().Replace(part, "").Trim();
        if (part.Length < 2 || !part.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’'))
            return address;
        return Places.State(part) is { } state && address.City is not null ? address with { Province = state } : address with { City = part };
    }

    // 'Boston MA', 'Austin Texas', 'Berlin Germany': the last word or two.
    private static (string Name, string? Tail, bool IsCountry) Trailing(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(2, words.Length - 1); count > 0; count--)
        {
            var (name, tail) = (string.Join(' ', words[..^count]), string.Join(' ', words[^count..]));
            if (Places.State(tail) is { } state)
                return (name, state, false);
            if (Places.Country(tail) is { } country)
                return (name, country, true);
        }
        return words.Length == 1 && part.Length == 2 && Places.State(part) is { } alone ? ("", alone, false) : (part, null, false);
    }
}
