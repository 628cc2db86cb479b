using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>The front door: what the shop stands for, its departments, what is loved and what is new.</summary>
internal static class HomePage
{
    public static IResult Show(Visit visit) => Layout.Page(visit, visit.Store.Shop.Brand.Tagline is { Length: > 0 } tagline ? tagline : "Home", Html.Of($"""
        {Hero(visit)}
        {Departments(visit)}
        {Row(visit, "Most loved", "bestsellers", visit.InCollection("bestsellers"))}
        {Promise(visit)}
        {Row(visit, "New in", "new-in", visit.Products.OrderByDescending(p => p.CreatedAt))}
        """));

    private static Html Hero(Visit visit)
    {
        var shown = Spread([.. visit.InCollection("bestsellers").Concat(visit.Products).Where(p => p.Images.Count > 0).DistinctBy(p => p.ProductType)], 3);
        return Html.Of($"""
            <section class="hero"><div class="wrap split">
              <div class="words"><h1>{Headline(visit)}</h1>{About(visit)}
              <p class="actions"><a class="button" href="/collections">Look around</a> <a class="button ghost" href="/pages">Ask us anything</a></p></div>
              <div class="collage">{shown.Select(p => Html.Of($"""<a href="/products/{p.Handle}">{ProductCard.Picture(p, p.Images[0], "picture", alone: true)}</a>"""))}</div>
            </div></section>
            """);
    }

    private static string Headline(Visit visit) => visit.Store.Shop.Brand.Tagline is { Length: > 0 } tagline ? tagline : visit.Store.Shop.Name;

    private static Html About(Visit visit) => visit.Store.Shop.Brand.About is { Length: > 0 } about ? Html.Of($"<p>{about}</p>") : Html.Empty;

    private static Html Departments(Visit visit)
    {
        var collections = visit.Collections.Where(c => c.Handle is not ("sale" or "bestsellers" or "new-in")).Take(18).ToList();
        return collections.Count == 0
            ? Html.Empty
            : Html.Of($"""<section class="wrap" aria-labelledby="departments"><h2 id="departments">Where to?</h2><ul class="tiles">{collections.Select(c => Tile(visit, c))}</ul></section>""");
    }

    // Neighbours in the catalogue look alike; steps over it show how wide the shop is.
    private static List<Product> Spread(List<Product> products, int count) => [.. Enumerable.Range(0, Math.Min(count, products.Count)).Select(i => products[i * products.Count / Math.Min(count, products.Count)])];

    private static Html Tile(Visit visit, Collection collection)
    {
        var product = visit.InCollection(collection.Handle).First();
        return Html.Of($"""
            <li><a class="tile" href="/collections/{collection.Handle}">{ProductCard.Picture(product, collection.Image ?? product.Images.FirstOrDefault(), "picture")}<span>{collection.Title}</span></a></li>
            """);
    }

    private static Html Row(Visit visit, string title, string handle, IEnumerable<Product> products)
    {
        var shown = Spread([.. products.DistinctBy(p => p.ProductType)], 8);
        return shown.Count == 0
            ? Html.Empty
            : Html.Of($"""<section class="wrap" aria-label="{title}"><div class="heading"><h2>{title}</h2>{All(visit, handle, title)}</div>{ProductCard.Grid(visit, shown)}</section>""");
    }

    private static Html All(Visit visit, string handle, string title) =>
        visit.Store.Collections.ByHandle(handle) is null ? Html.Empty : Html.Of($"""<a href="/collections/{handle}">See all<span class="hidden"> of {title}</span></a>""");

    private static Html Promise(Visit visit)
    {
        var pages = new[] { "warranty", "repairs", "returns-how-to", "sustainability" }.Select(visit.Store.Pages.ByHandle).OfType<ContentPage>().ToList();
        return pages.Count == 0
            ? Html.Empty
            : Html.Of($"""<section class="promise" aria-label="What we promise"><div class="wrap"><ul>{pages.Select(p => Html.Of($"""<li><a href="/pages/{p.Handle}"><strong>{p.Title}</strong><span>{TextPage.FirstSentence(p.Body)}</span></a></li>"""))}</ul></div></section>""");
    }
}
