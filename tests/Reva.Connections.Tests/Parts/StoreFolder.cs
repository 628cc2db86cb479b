namespace Reva.Connections.Tests.Parts;

/// <summary>A store folder of a test's own, gone when the test is over.</summary>
internal sealed class StoreFolder : IDisposable
{
    public StoreFolder(string products, string orders = "[]", string policies = "[]", string pages = "[]", string customers = "[]")
    {
        Directory = System.IO.Directory.CreateTempSubdirectory("reva-store-").FullName;
        Write("shop.json", """{ "name": "Small Shop", "domain": "small.example", "currency": "EUR", "timezone": "Europe/Berlin", "email": "hello@small.example" }""");
        Write("products.json", products);
        Write("orders.json", orders);
        Write("policies.json", policies);
        Write("pages.json", pages);
        Write("customers.json", customers);
    }

    public string Directory { get; }

    /// <summary>Many products of one variant each, and one of more variants than fit on a page.</summary>
    public static string ManyProducts(int count)
    {
        var plain = Enumerable.Range(1, count - 1).Select(i => $$"""{ "id": {{i}}, "handle": "thing-{{i}}", "title": "Thing {{i}}", "variants": [{ "id": {{i * 1000}}, "price": {{i}} }] }""");
        var variants = Enumerable.Range(1, 120).Select(i => $$"""{ "id": {{900_000 + i}}, "price": 5, "options": { "Size": "{{i}}" } }""");
        var sizes = string.Join(',', Enumerable.Range(1, 120).Select(i => $"\"{i}\""));
        var wide = $$"""{ "id": {{count}}, "handle": "wide", "title": "Wide", "options": [{ "name": "Size", "values": [{{sizes}}] }], "variants": [{{string.Join(',', variants)}}] }""";
        return $"[{string.Join(',', plain.Append(wide))}]";
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Directory, file), text);
}
