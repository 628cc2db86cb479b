using System.Text.RegularExpressions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>The forms that addresses and their parts are written in. Pure.</summary>
internal static partial class AddressForms
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Suffixes = @"(street|str|st|road|rd|avenue|ave|av|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|terrace|ter|square|sq|close|crescent|row|parkway|pkwy|highway|hwy|circle|cir|trail|trl|alley|mews|walk|hill|gardens|quay|wharf|loop|broadway)";

    /// <summary>Where the first street begins; '3 days' is none. Null without one.</summary>
    public static int? StreetAt(string text)
    {
        for (var found = Street().Match(text); found.Success; found = Street().Match(text, found.Index + 1))
        {
            if (!Counted().IsMatch(found.Groups["name"].Value))
                return found.Groups["number"] is { Success: true } number ? number.Index : found.Index;
        }
        return null;
    }

    /// <summary>What may stand in an address line and is none of it: mail addresses and order numbers.</summary>
    [GeneratedRegex(@"(\b(i['’]?m|i am|(and )?my (e-?mail|mail)( address)? is|this is|e-?mail:?)\s+)?[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}.\-]+|\B#\w{3,}|\border (number )?#?\d{3,}", Options)]
    public static partial Regex Noise();

    /// <summary>The end of a sentence after a number.</summary>
    [GeneratedRegex(@"(\d)[.!?]\s", RegexOptions.NonBacktracking)]
    public static partial Regex AfterNumber();

    /// <summary>Words of courtesy.</summary>
    [GeneratedRegex(@"\b(please|thanks|thank you|thx|cheers|asap|instead)\b[ .,!]*", Options)]
    public static partial Regex Courtesy();

    [GeneratedRegex(@"(^|[^\w#$€£.-])(?<number>\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?),?\s+(?<name>\p{L}[\p{L}'’.-]+)(\s|,|$)|\b[\p{L}][\p{L}'’.-]*(straße|strasse|str\.|weg|gasse|platz|allee|laan|straat|gatan|vej)\s+\d{1,4}[a-z]?\b|\b([\p{L}'’.-]+\s+){1,3}" + Suffixes + @"\s+\d{1,4}[a-z]?\b|\bp\.?\s?o\.? box \d+|\b(rue|via|calle|rua|avenida|plaza) [\p{L}'’. -]+ \d{1,4}\b", Options)]
    private static partial Regex Street();

    [GeneratedRegex(@"^(days?|weeks?|months?|pieces?|items?|of|x|pcs|mugs|am|pm)\b", Options)]
    private static partial Regex Counted();

    /// <summary>A line that begins with a street as it is written where the number comes first.</summary>
    [GeneratedRegex(@"^\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,?\s+(?:[\p{L}\d'’.-]+\s+){0,4}?" + Suffixes + @"\b\.?(?:\s+(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\b)?(?:\s*,?\s*(?:apt|apartment|unit|suite|ste|flat|floor|fl|#)\.?\s*[\w-]+)?", Options)]
    public static partial Regex Suffixed();

    /// <summary>A line whose number comes after the street; the 'street' is what stands before the town.</summary>
    [GeneratedRegex(@"^(?<street>.*?\d{1,4}[a-z]?)\s+(\d{4,5}\s+)?\p{L}", Options)]
    public static partial Regex European();

    /// <summary>A flat, a floor, a unit.</summary>
    [GeneratedRegex(@"\b(apt|apartment|unit|suite|ste|flat|room|rm|building|bldg)(\.?\s*#?\d[\w-]*|[.\s#-]\s*#?[\w-]+)|\b(floor|fl\.?) \d+\b|\b\d+(st|nd|rd|th) floor\b|\B#\s?\d+[a-z]?\b", Options)]
    public static partial Regex Flat();

    /// <summary>A postcode of any country.</summary>
    [GeneratedRegex(@"\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z][ -]?\d[a-z]\d|\d{5}(-\d{4})?|\d{4} ?[a-z]{2}|\d{3}-\d{4}|\d{3} \d{2}|\d{4,6})\b", Options)]
    public static partial Regex Zip();

    /// <summary>Words around a part, such as 'the city is'.</summary>
    [GeneratedRegex(@"^\W*((it'?s|it is|the|in|city|town|state|zip( code)?|postcode|postal code|is|and|to|at|my|(my )?new (address|city|town|state|zip|postcode|postal code|country)|address|country|that'?s|code|ok|sorry|sure|yes|oh|here it is|of)\b\W*)+|\W*\b(zip( code)?|postcode|and|is|thanks)\W*$", Options)]
    public static partial Regex Label();
}
