using System.Text.RegularExpressions;
using Reva.Agent.Turns;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Reads a postal address, or a part of one, out of free text, and adds it to what was said before. Pure.</summary>
internal static partial class AddressReader
{
    private const int LongestPart = 100;

    /// <summary>The address with what <paramref name="text"/> says of it; what is said again replaces what was said.</summary>
    /// <param name="before">What was said before; null at first.</param>
    /// <param name="awaited">Whether an address was asked for, so that bare words belong to it.</param>
    public static WishedAddress? Read(string text, WishedAddress? before, bool awaited)
    {
        var plain = Courtesy().Replace(Noise().Replace(text, " "), "");
        var at = Street().Match(plain);
        if (!at.Success && !awaited)
            return before;
        var rest = at.Success ? plain[at.Index..] : plain;
        // '6 Main Street, not 5' corrects the street alone; another town takes state and postcode with it.
        var corrects = at.Success && before?.Address1 is not null;
        var read = Parts(rest, corrects ? new WishedAddress() : before ?? new WishedAddress(), at.Success);
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
        var parts = AfterNumber().Replace(text, "$1\n").Split([',', '\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Trim(' ', '.', '!', '?', '"', '\'')).Where(p => p.Length is > 0 and <= LongestPart).ToList();
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
        if (Suffixed().Match(part) is { Success: true } street)
            (part, rest) = (street.Value.Trim(), part[(street.Index + street.Length)..].Trim());
        else if (Zip().Match(part) is { Success: true, Index: > 0 } && European().Match(part) is { Success: true } european)
            (part, rest) = (european.Value.Trim(), part[european.Length..].Trim());
        address = address with { Address1 = part };
        if (Flat().Match(part) is { Success: true, Index: > 0 } inside)
            address = address with { Address1 = part[..inside.Index].Trim(' ', ','), Address2 = inside.Value.Trim() };
        return (address, rest);
    }

    private static WishedAddress WithPlace(string part, WishedAddress address)
    {
        if (Flat().Match(part) is { Success: true, Index: 0 } flat)
        {
            address = address with { Address2 = flat.Value.Trim() };
            part = part[flat.Length..].Trim();
        }
        if (Places.Country(part) is { } country && !(address.City is not null && address.Province is null && Places.State(part) is not null))
            return address with { Country = country };
        if (Zip().Match(part) is { Success: true } zip)
        {
            address = address with { Zip = zip.Value.ToUpperInvariant().Trim() };
            part = (part[..zip.Index] + " " + part[(zip.Index + zip.Length)..]).Trim(' ', '-');
        }
        if (Trailing(part) is var (name, tail, isCountry) && tail is not null)
        {
            address = isCountry ? address with { Country = tail } : address with { Province = tail };
            part = name;
        }
        part = Label().Replace(part, "").Trim();
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

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private const string Suffixes = @"(street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|terrace|ter|square|sq|close|crescent|row|parkway|pkwy|highway|hwy|circle|cir|trail|trl|alley|mews|walk|hill|gardens|quay|wharf|loop|broadway)";

    [GeneratedRegex(@"(\b(i['’]?m|i am|(and )?my (e-?mail|mail)( address)? is|this is|e-?mail:?)\s+)?[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}.\-]+|(?<!\w)#\w{3,}|\border (number )?#?\d{3,}", Options, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"(\d)[.!?]\s", RegexOptions.NonBacktracking)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"\b(please|thanks|thank you|thx|cheers|asap|instead)\b[ .,!]*", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Courtesy();

    [GeneratedRegex(@"(?<![\w#$€£.-])\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,?\s+(?!(days?|weeks?|months?|pieces?|items?|of|x|pcs|mugs|am|pm)\b)[\p{L}][\p{L}'’.-]+(?=\s|,|\n|$)|\b[\p{L}][\p{L}'’.-]*(straße|strasse|str\.|weg|gasse|platz|allee|laan|straat|gatan|vej)\s+\d{1,4}[a-z]?\b|\b([\p{L}'’.-]+\s+){1,3}" + Suffixes + @"\s+\d{1,4}[a-z]?\b(?!\d)|\bp\.?\s?o\.? box \d+|\b(rue|via|calle|rua|avenida|plaza) [\p{L}'’. -]+ \d{1,4}\b", Options, 1000)]
    private static partial Regex Street();

    [GeneratedRegex(@"^\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,?\s+(?:[\p{L}\d'’.-]+\s+){0,4}?" + Suffixes + @"\b\.?(?:\s+(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b)?(?:\s*,?\s*(?:apt|apartment|unit|suite|ste|flat|floor|fl|#)\.?\s*[\w-]+)?", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Suffixed();

    [GeneratedRegex(@"^.*?\d{1,4}[a-z]?(?=\s+(\d{4,5}\s+)?\p{L})", Options, 1000)]
    private static partial Regex European();

    [GeneratedRegex(@"(?<!\w)((apt|apartment|unit|suite|ste|flat|room|rm|building|bldg)\.?\s*#?[\w-]+|(floor|fl\.?) \d+|\d+(st|nd|rd|th) floor|#\s?\d+[a-z]?)(?!\w)", Options, 1000)]
    private static partial Regex Flat();

    [GeneratedRegex(@"(?<!\w)([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z][ -]?\d[a-z]\d|\d{5}(-\d{4})?|\d{4} ?[a-z]{2}(?!\w)|\d{3}-\d{4}|\d{3} \d{2}|\d{4,6})(?!\w)", Options, 1000)]
    private static partial Regex Zip();

    [GeneratedRegex(@"^\W*((it'?s|it is|the|in|city|town|state|zip( code)?|postcode|postal code|is|and|to|at|my|new|address|country|that'?s|code|ok|sorry|sure|yes|oh|here it is|of)\b\W*)+|\W*\b(zip( code)?|postcode|and|is|thanks)\W*$", Options | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
