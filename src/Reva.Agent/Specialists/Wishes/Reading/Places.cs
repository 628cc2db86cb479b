using System.Collections.Frozen;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>Names of countries and states as people write them in addresses.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, string> CountryNames = Pairs("""
        usa=US;us=US;u.s.=US;u.s.a.=US;united states=US;united states of america=US;america=US;canada=CA;uk=GB;u.k.=GB;united kingdom=GB;great britain=GB;england=GB;scotland=GB;wales=GB;northern ireland=GB
        ;ireland=IE;germany=DE;deutschland=DE;france=FR;spain=ES;italy=IT;netherlands=NL;the netherlands=NL;holland=NL;belgium=BE;austria=AT;switzerland=CH;sweden=SE;norway=NO;denmark=DK;finland=FI;poland=PL
        ;portugal=PT;australia=AU;new zealand=NZ;japan=JP;mexico=MX;brazil=BR;india=IN;singapore=SG;greece=GR;czech republic=CZ;luxembourg=LU;iceland=IS
        """);

    private static readonly FrozenDictionary<string, string> StateNames = Pairs("""
        alabama=AL;alaska=AK;arizona=AZ;arkansas=AR;california=CA;colorado=CO;connecticut=CT;delaware=DE;florida=FL;georgia=GA;hawaii=HI;idaho=ID;illinois=IL;indiana=IN;iowa=IA;kansas=KS;kentucky=KY
        ;louisiana=LA;maine=ME;maryland=MD;massachusetts=MA;michigan=MI;minnesota=MN;mississippi=MS;missouri=MO;montana=MT;nebraska=NE;nevada=NV;new hampshire=NH;new jersey=NJ;new mexico=NM;new york=NY
        ;north carolina=NC;north dakota=ND;ohio=OH;oklahoma=OK;oregon=OR;pennsylvania=PA;rhode island=RI;south carolina=SC;south dakota=SD;tennessee=TN;texas=TX;utah=UT;vermont=VT;virginia=VA
        ;washington=WA;west virginia=WV;wisconsin=WI;wyoming=WY;district of columbia=DC;ontario=ON;quebec=QC;british columbia=BC;alberta=AB;manitoba=MB;saskatchewan=SK;nova scotia=NS;new brunswick=NB
        """);

    private static readonly FrozenSet<string> Provinces = new[] { "ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes = StateNames.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>ISO 3166-1 code of a country by its name; null when it is none.</summary>
    public static string? Country(string name) => CountryNames.GetValueOrDefault(name.Trim().ToLowerInvariant());

    /// <summary>Code of a state or province by its name or code; null when it is none.</summary>
    public static string? State(string name)
    {
        var plain = name.Trim();
        return StateNames.GetValueOrDefault(plain.ToLowerInvariant()) ?? (Codes.Contains(plain.ToUpperInvariant()) ? plain.ToUpperInvariant() : null);
    }

    /// <summary>Code of the country whose state and postcode these are, where both say so; null where they do not.</summary>
    public static string? CountryOf(string? state, string? zip) =>
        state is null || zip is null ? null
        : Provinces.Contains(state) ? char.IsAsciiLetter(zip[0]) ? "CA" : null
        : Codes.Contains(state) && zip.Length >= 5 && zip.Take(5).All(char.IsAsciiDigit) ? "US" : null;

    /// <summary>Whether addresses of this country bear a state.</summary>
    public static bool HasStates(string? country) => country is "US" or "CA" or "United States" or "USA" or "Canada";

    private static FrozenDictionary<string, string> Pairs(string list) =>
        list.ReplaceLineEndings("").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.Split('=')).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
}
