using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>A department, all departments, and what a search finds.</summary>
internal static class CollectionPage
{
    private static readonly (string Key, string Title)[] Orders = [("", "Featured"), ("price", "Price, low to high"), ("price-down", "Price, high to low"), ("new", "Newest")];

    public static IResult Show(Visit visit, string handle, string? sort)
    {
        if (visit.Store.Collections.ByHandle(handle) is not { } collection)
            return handle == "all" ? ShowAll(visit) : Layout.NotFound(visit, "department");
        var products = Sorted(visit.InCollection(handle), sort).ToList();
        return Layout.Page(visit, collection.Title, Html.Of($"""
            <div class="wrap"><div class="banner"><h1>{collection.Title}</h1>{Html.Trusted(collection.DescriptionHtml)}</div>
            <div class="heading"><p class="quiet">{products.Count} things</p><nav class="sorts" aria-label="Sort by">{Orders.Select(o => Sort(handle, o.Key, o.Title, sort ?? ""))}</nav></div>
            {ProductCard.Grid(visit, products)}</div>
            """), $"{collection.Title} at {visit.Store.Shop.Name}");
    }

    public static IResult ShowAll(Visit visit) => Layout.Page(visit, "All departments", Html.Of($"""
        <div class="wrap"><div class="banner"><h1>All departments</h1></div>
        {visit.Collections.Select(c => Html.Of($"""
            <section aria-label="{c.Title}"><div class="heading"><h2>{c.Title}</h2><a href="/collections/{c.Handle}">See all {visit.InCollection(c.Handle).Count()}<span class="hidden"> of {c.Title}</span></a></div>
            {ProductCard.Grid(visit, visit.InCollection(c.Handle).Take(4))}</section>
            """))}</div>
        """));

    public static IResult Search(Visit visit, string? words)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = visit.Products.Where(p => wanted.Length > 0 && wanted.All(w => Mentions(p, w))).Take(60).ToList();
        return Layout.Page(visit, "Search", Html.Of($"""
            <div class="wrap"><div class="banner"><h1>{Found(wanted.Length, found.Count, words)}</h1></div>{ProductCard.Grid(visit, found)}</div>
            """));
    }

    private static string Found(int words, int count, string? text) => (words, count) switch
    {
        (0, _) => "What are you looking for?",
        (_, 0) => $"Nothing for “{text}”. Fewer words may help.",
        _ => $"{count} for “{text}”",
    };

    private static bool Mentions(Product product, string word) =>
        product.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || product.ProductType.Contains(word, StringComparison.OrdinalIgnoreCase)
        || product.Tags.Any(t => t.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Product> Sorted(IEnumerable<Product> products, string? sort) => sort switch
    {
        "price" => products.OrderBy(p => p.Variants.Min(v => v.Price)),
        "price-down" => products.OrderByDescending(p => p.Variants.Min(v => v.Price)),
        "new" => products.OrderByDescending(p => p.CreatedAt),
        _ => products,
    };

    private static Html Sort(string handle, string key, string title, string current) => key == current
        ? Html.Of($"""<span aria-current="true">{title}</span>""")
        : Html.Of($"""<a href="/collections/{handle}?sort={key}">{title}</a>""");
}
