using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Shopify.Folder;

/// <summary>Reads a whole store from a folder.</summary>
internal sealed class StoreFolder(string directory, DateTimeOffset baseDate, DateTimeOffset now)
{
    /// <exception cref="StoreFolderException">The folder cannot be served; the message says where and why.</exception>
    public ShopStore Load()
    {
        if (!Directory.Exists(directory))
            throw new StoreFolderException(directory, "", "There is no such folder; give one with --store DIR.");
        var products = Joined("products", f => new ProductReader(f).Read(), p => p.Id, p => p.Handle, needed: true);
        RequireUnique("products", products.SelectMany(p => p.Variants), v => v.Id, "variant id");
        var customers = Joined("customers", f => new CustomerReader(f).Read(), c => c.Id, c => c.Email.ToLowerInvariant());
        var catalogue = new Products(products);
        var people = new Customers(customers);
        var orders = Joined("orders", f => new OrderReader(f, catalogue, people, now).Read(), o => o.Id, o => o.Name);
        return new ShopStore(
            Path.GetFullPath(directory), ReadShop(), catalogue, new Collections(ReadCollections(products)), people, new Orders(orders), new Policies(ReadPolicies()),
            new ContentPages(ReadPages()));
    }

    private FolderFile File(string name) => new(directory, name, baseDate);

    private Shop ReadShop()
    {
        var shop = File("shop.json").Read<ShopFile>();
        var brand = shop.Brand ?? new BrandFile();
        return new Shop(
            shop.Name, shop.Domain, shop.Currency, shop.Timezone, shop.Email, shop.Phone, shop.Country, shop.Plan, new Brand(brand.Accent, brand.Logo, brand.Tagline, brand.Voice, brand.About),
            [.. (shop.Shipping ?? []).Select(s => new ShippingRate(s.Name, s.Price, s.FreeFrom, s.MinDays, s.MaxDays, s.Countries ?? []))]);
    }

    private List<T> Joined<T>(string noun, Func<FolderFile, IEnumerable<T>> read, Func<T, long> id, Func<T, string> name, bool needed = false)
    {
        var files = Files($"{noun}.json", noun, "*.json");
        if (files.Count == 0 && needed)
            throw new StoreFolderException($"{noun}.json", "", "The file is missing; a store folder needs it.");
        var rows = files.SelectMany(f => read(File(f))).ToList();
        RequireUnique(noun, rows, id, "id");
        RequireUnique(noun, rows, name, "name");
        return rows;
    }

    private List<Collection> ReadCollections(IEnumerable<Product> products)
    {
        var written = System.IO.File.Exists(Path.Combine(directory, "collections.json")) ? File("collections.json").Read<IReadOnlyList<CollectionFile>>() : [];
        var named = products.SelectMany(p => p.Collections).Distinct().Except(written.Select(c => c.Handle)).Order(StringComparer.Ordinal);
        var all = written.Concat(named.Select(h => new CollectionFile(h, ContentReader.Titled(h))))
            .Select((c, i) => new Collection(c.Id ?? i + 1, c.Handle, c.Title, c.DescriptionHtml, c.Image, baseDate)).ToList();
        RequireUnique("collections", all, c => c.Id, "id");
        RequireUnique("collections", all, c => c.Handle, "handle");
        return all;
    }

    private List<Policy> ReadPolicies()
    {
        List<Policy> policies = Files("policies.json", null, "").SelectMany(f => new ContentReader(File(f), directory).ReadPolicies()).ToList();
        RequireUnique("policies", policies, p => p.Type, "type");
        return policies;
    }

    private List<ContentPage> ReadPages()
    {
        var pages = Files("pages.json", null, "").SelectMany(f => new ContentReader(File(f), directory).ReadPages()).ToList();
        var next = pages.Select(p => p.Id).DefaultIfEmpty(0).Max() + 1;
        var alone = Files("", "pages", "*.md").Concat(Files("", "pages", "*.html")).Order(StringComparer.Ordinal);
        pages.AddRange(alone.Select((f, i) => new ContentReader(File(f), directory).ReadPage(next + i)));
        RequireUnique("pages", pages, p => p.Id, "id");
        RequireUnique("pages", pages, p => p.Handle, "handle");
        return pages;
    }

    private List<string> Files(string single, string? folder, string pattern)
    {
        var files = new List<string>();
        if (single.Length > 0 && System.IO.File.Exists(Path.Combine(directory, single)))
            files.Add(single);
        if (folder is not null && Directory.Exists(Path.Combine(directory, folder)))
            files.AddRange(Directory.EnumerateFiles(Path.Combine(directory, folder), pattern).Order(StringComparer.Ordinal).Select(f => Path.GetRelativePath(directory, f)));
        return files;
    }

    private static void RequireUnique<T, TKey>(string noun, IEnumerable<T> rows, Func<T, TKey> key, string word)
    {
        if (rows.GroupBy(key).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new StoreFolderException(noun, "", $"The {word} {twice.Key} occurs more than once; it must be unique.");
    }
}
