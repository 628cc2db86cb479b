using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>The shop as shoppers see it. All links begin at the root, so the pages also work behind Reva's pass-through.</summary>
internal static class StorefrontRoutes
{
    public static void MapStorefront(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, StoreHolder store) => HomePage.Show(Visit.Of(http, store)));
        app.MapGet("/collections", (HttpContext http, StoreHolder store) => CollectionPage.ShowAll(Visit.Of(http, store)));
        app.MapGet("/collections/{handle}", (HttpContext http, StoreHolder store, string handle, string? sort) => CollectionPage.Show(Visit.Of(http, store), handle, sort));
        app.MapGet("/products/{handle}", (HttpContext http, StoreHolder store, string handle, string? variant) => ProductPage.Show(Visit.Of(http, store), handle, variant));
        app.MapGet("/search", (HttpContext http, StoreHolder store, string? q) => CollectionPage.Search(Visit.Of(http, store), q));
        app.MapGet("/pages", (HttpContext http, StoreHolder store) => TextPage.ShowIndex(Visit.Of(http, store)));
        app.MapGet("/pages/{handle}", (HttpContext http, StoreHolder store, string handle) => TextPage.ShowPage(Visit.Of(http, store), handle));
        app.MapGet("/policies/{handle}", (HttpContext http, StoreHolder store, string handle) => TextPage.ShowPolicy(Visit.Of(http, store), handle));
        app.MapGet("/cart", (HttpContext http, StoreHolder store) => CartPage.Show(Visit.Of(http, store)));
        app.MapGet("/plain", (HttpContext http, StoreHolder store) => PlainPage.Show(Visit.Of(http, store)));
        app.MapGet("/assets/{name}", Assets.Show);
    }
}
