using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>What every page of the shop shares: head, header, footer and the widget's snippet.</summary>
internal static class Layout
{
    private static readonly string[] InHeader = ["womens", "mens", "kids", "footwear", "bags", "camping", "kitchen", "home", "sale"];

    public static IResult Page(Visit visit, string title, Html main, string? description = null, Product? product = null, int status = 200) =>
        Results.Content(Html.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title} · {visit.Store.Shop.Name}</title>
              <meta name="description" content="{description ?? visit.Store.Shop.Brand.Tagline}">
              <meta name="color-scheme" content="light dark">
              {Icon(visit)}
              <link rel="stylesheet" href="/assets/storefront.css">
              <style>:root{Html.Trusted("{")}--brand:{visit.Store.Shop.Brand.Accent}{Html.Trusted("}")}</style>
              {About(product)}
              <script src="/assets/storefront.js" defer></script>
            </head>
            <body>
              <a class="skip" href="#main">Skip to content</a>
              {Announcement(visit)}
              {Header(visit)}
              <main id="main">{main}</main>
              {Footer(visit)}
              {Snippet(visit, product?.Handle)}
            </body>
            </html>
            """).Text, "text/html; charset=utf-8", statusCode: status);

    public static IResult NotFound(Visit visit, string what) => Page(visit, "Not found", Html.Of($"""
        <div class="wrap narrow prose"><h1>We looked everywhere</h1><p>There is no {what} at this address. It may have sold through and gone.</p>
        <p><a class="button" href="/collections">See all departments</a></p></div>
        """), status: 404);

    /// <summary>The one line that a merchant adds to a shop.</summary>
    public static Html Snippet(Visit visit, string? productHandle) => productHandle is null
        ? Html.Of($"""<script src="{visit.RevaUrl}/widget/loader.js" data-store="demo" async></script>""")
        : Html.Of($"""<script src="{visit.RevaUrl}/widget/loader.js" data-store="demo" data-product="{productHandle}" async></script>""");

    private static Html Icon(Visit visit) => visit.Store.Shop.Brand.Logo is { } logo ? Html.Of($"""<link rel="icon" href="{Visit.Picture(logo)}">""") : Html.Of($"""<link rel="icon" href="data:,">""");

    private static Html About(Product? product) => product is null
        ? Html.Empty
        : Html.Of($"""<meta name="reva:product" content="{product.Handle}">""");

    private static Html Announcement(Visit visit) => visit.Store.Shop.Shipping.FirstOrDefault(s => s.FreeFrom is not null) is { FreeFrom: { } from } rate
        ? Html.Of($"""<div class="announcement" role="region" aria-label="Shipping offer">Free {rate.Name.ToLowerInvariant()} shipping from {visit.Money(from)}</div>""")
        : Html.Empty;

    private static Html Header(Visit visit) => Html.Of($"""
        <header class="top"><div class="wrap bar">
          <a class="brand" href="/">{Logo(visit)}<span>{visit.Store.Shop.Name}</span></a>
          <form class="search" role="search" action="/search"><label class="hidden" for="q">Search the shop</label><input id="q" name="q" type="search" placeholder="Search the shop"></form>
          <nav class="tools" aria-label="Service"><a href="/pages">Help</a><a href="/cart">Cart <span class="count" data-cart-count></span></a></nav>
          <nav class="departments" aria-label="Departments">{Departments(visit).Select(c => Html.Of($"""<a href="/collections/{c.Handle}">{c.Title}</a>"""))}<a href="/collections">All</a></nav>
        </div></header>
        """);

    private static Html Logo(Visit visit) => visit.Store.Shop.Brand.Logo is { } logo ? Html.Of($"""<img src="{Visit.Picture(logo)}" alt="" width="36" height="36">""") : Html.Empty;

    private static IEnumerable<Collection> Departments(Visit visit)
    {
        var known = visit.Collections.Where(c => InHeader.Contains(c.Handle)).OrderBy(c => Array.IndexOf(InHeader, c.Handle)).ToList();
        return known.Count > 0 ? known : visit.Collections.Take(8);
    }

    private static Html Footer(Visit visit) => Html.Of($"""
        <footer class="bottom"><div class="wrap columns">
          <div class="about"><p class="name">{visit.Store.Shop.Name}</p><p>{visit.Store.Shop.Brand.Tagline}</p><p><a href="mailto:{visit.Store.Shop.Email}">{visit.Store.Shop.Email}</a><br>{visit.Store.Shop.Phone}</p></div>
          <nav aria-label="Help pages"><h2>Help</h2><ul>{visit.Pages.Where(p => !p.Handle.Contains("guide", StringComparison.Ordinal)).Take(9).Select(p => Item($"/pages/{p.Handle}", p.Title))}{Item("/pages", "All help pages")}</ul></nav>
          <nav aria-label="Guides"><h2>Guides</h2><ul>{visit.Pages.Where(p => p.Handle.Contains("guide", StringComparison.Ordinal)).Take(10).Select(p => Item($"/pages/{p.Handle}", p.Title))}</ul></nav>
          <nav aria-label="Policies"><h2>Small print</h2><ul>{visit.Store.Policies.All.Select(p => Item($"/policies/{p.Handle}", p.Title))}</ul></nav>
        </div></footer>
        """);

    private static Html Item(string address, string title) => Html.Of($"""<li><a href="{address}">{title}</a></li>""");
}
