using System.IO.Compression;
using Reva.Benchmarks.Harness;
using Reva.Testing;

namespace Reva.Benchmarks.Widget;

/// <summary>What a shopper downloads, compressed.</summary>
internal sealed class SizeBenchmark : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["loader_gzip_bytes", "widget_gzip_bytes"];

    public Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (loader, rest) = (Gzip("loader.js"), Gzip("reva.js"));
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("loader_gzip_bytes", loader, "bytes", null, "≤ 3,072"),
            new("widget_gzip_bytes", loader + rest, "bytes, loader and widget", null, "≤ 30,720"),
        ]);
    }

    private static double Gzip(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
            gzip.Write(File.ReadAllBytes(Path.Combine(Checkout.Root, "widget", "dist", file)));
        return compressed.ToArray().Length;
    }
}
