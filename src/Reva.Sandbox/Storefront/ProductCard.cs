using System.Globalization;
using System.Text.Json;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>A product as it stands in a grid.</summary>
internal static class ProductCard
{
    public static Html Grid(Visit visit, IEnumerable<Product> products) => Html.Of($"""<ul class="grid">{products.Select(p => Card(visit, p))}</ul>""");

    /// <summary>A picture; <paramref name="alone"/> when no text beside it says the same, so that a screen reader neither misses nor repeats it.</summary>
    public static Html Picture(Product product, string? path, string css, bool alone = false) => path is null
        ? Html.Of($"""<span class="{css} letter" aria-hidden="true">{product.Title[..1]}</span>""")
        : Html.Of($"""<img class="{css}" src="{Visit.Picture(path)}" alt="{(alone ? product.Title : "")}" width="600" height="600" loading="{(alone ? "eager" : "lazy")}">""");

    /// <summary><c>from $24</c> when variants differ, with the price before a sale beside it.</summary>
    public static Html Price(Visit visit, Product product)
    {
        var cheapest = product.Variants.MinBy(v => v.Price)!;
        var prefix = product.Variants.Any(v => v.Price != cheapest.Price) ? "from " : "";
        return cheapest.CompareAtPrice is { } before
            ? Html.Of($"""<span class="price sale">{prefix}{visit.Money(cheapest.Price)}</span> <s><span class="hidden">was </span>{visit.Money(before)}</s>""")
            : Html.Of($"""<span class="price">{prefix}{visit.Money(cheapest.Price)}</span>""");
    }

    public static Html Rating(Product product)
    {
        var count = product.Metafields.FirstOrDefault(m => m is { Namespace: "reviews", Key: "rating_count" })?.Value;
        return Stars(product) is { } stars
            ? Html.Of($"""<span class="rating"><span aria-hidden="true">★</span> <span class="hidden">Rated </span>{stars}<span class="quiet"> ({count})</span></span>""")
            : Html.Empty;
    }

    private static string? Stars(Product product)
    {
        if (product.Metafields.FirstOrDefault(m => m is { Namespace: "reviews", Key: "rating" })?.Value is not { } value)
            return null;
        using var rating = JsonDocument.Parse(value);
        return rating.RootElement.ValueKind == JsonValueKind.Object ? rating.RootElement.GetProperty("value").ToString() : rating.RootElement.ToString();
    }

    private static Html Card(Visit visit, Product product) => Html.Of($"""
        <li class="card"><a href="/products/{product.Handle}">
          <span class="frame">{Picture(product, product.Images.Count > 0 ? product.Images[0] : null, "picture")}{Badge(visit, product)}</span>
          <span class="title">{product.Title}</span></a>
          <p class="facts">{Price(visit, product)}{Rating(product)}</p>{Choice(product)}</li>
        """);

    private static Html Badge(Visit visit, Product product)
    {
        if (!product.Variants.Any(v => v.AvailableForSale))
            return Html.Of($"""<span class="badge out">Sold out</span>""");
        if (product.Variants.FirstOrDefault(v => v.CompareAtPrice is > 0) is { CompareAtPrice: { } before } reduced)
            return Html.Of($"""<span class="badge cut">−{((1 - reduced.Price / before) * 100).ToString("0", CultureInfo.InvariantCulture)}%</span>""");
        return visit.Now - product.CreatedAt < TimeSpan.FromDays(60) ? Html.Of($"""<span class="badge">New</span>""") : Html.Empty;
    }

    private static Html Choice(Product product) =>
        product.Options.FirstOrDefault(o => o.Name is "Color" or "Colour" or "Finish") is { Values.Count: > 1 } colours
            ? Html.Of($"""<p class="choice quiet">{string.Join(", ", colours.Values)}</p>""")
            : Html.Empty;
}
