using System.Globalization;

namespace Reva.Connections.Shopify.Customers;

/// <summary>Countries by the names that people write.</summary>
internal static class Countries
{
    private static readonly Dictionary<string, string> Codes = Known();

    /// <summary>ISO 3166-1 alpha-2 for a code of two or three letters or an English or own name; null when it is none.</summary>
    public static string? Code(string? country) => country is null ? null : Codes.GetValueOrDefault(country.Trim());

    private static Dictionary<string, string> Known()
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["UK"] = "GB", ["Great Britain"] = "GB", ["America"] = "US" };
        foreach (var region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name)).Where(r => r.TwoLetterISORegionName.Length == 2))
        {
            foreach (var name in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
                codes.TryAdd(name, region.TwoLetterISORegionName);
        }
        return codes;
    }
}
