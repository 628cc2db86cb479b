using System.Text.Json;

namespace Reva.Postgres;

/// <summary>Enum values as stored: <c>order_status</c>. Names, not numbers, so that a row reads by itself and the enum may be reordered.</summary>
internal static class WireNames<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));
    private static readonly Dictionary<string, T> Values = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static string Of(T value) => Names[value];

    public static T Parse(string name) => Values.TryGetValue(name, out var value) ? value
        : throw new InvalidDataException($"'{name}' is stored, but this version knows no such {typeof(T).Name}.");
}
