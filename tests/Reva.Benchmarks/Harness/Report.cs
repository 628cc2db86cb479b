using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reva.Testing;

namespace Reva.Benchmarks.Harness;

/// <summary>Writes figures as a table, into docs/benchmarks.md and as JSON.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures -->";
    private const string End = "<!-- end of figures -->";

    public static string Table(IEnumerable<Figure> figures)
    {
        var table = new StringBuilder("| name | value | unit | floor | ratio | bar |\n|---|---:|---|---:|---:|---|\n");
        foreach (var f in figures)
            table.Append(CultureInfo.InvariantCulture, $"| {f.Name} | {Number(f.Value)} | {f.Unit} | {(f.Floor is { } floor ? Number(floor) : "")} | {(f.Floor is { } x ? (f.Value / x).ToString("0.00", CultureInfo.InvariantCulture) : "")} | {f.Bar} |\n");
        return table.ToString();
    }

    /// <summary>Replaces the table between the marks; figures not measured this time leave the file as it is.</summary>
    public static void IntoDocs(string table)
    {
        var path = Path.Combine(Checkout.Root, "docs", "benchmarks.md");
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"{path} lacks the marks {Begin} and {End}.");
        File.WriteAllText(path, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}");
    }

    public static void AsJson(IEnumerable<Figure> figures, string path)
    {
        var all = new JsonObject();
        foreach (var f in figures)
        {
            var entry = new JsonObject { ["value"] = f.Value, ["unit"] = f.Unit };
            if (f.Floor is { } floor)
                entry["floor"] = floor;
            all[f.Name] = entry;
        }
        File.WriteAllText(path, all.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private static string Number(double value) => Math.Abs(value) >= 1000 ? value.ToString("#,0", CultureInfo.InvariantCulture) : value.ToString("0.##", CultureInfo.InvariantCulture);
}
