using System.Text.Json;
using Reva.Sandbox.Shopify.Store;

namespace Reva.Sandbox.Storefront;

/// <summary>One product: pictures, choices, price, stock and what there is to know.</summary>
internal static class ProductPage
{
    public static IResult Show(Visit visit, string handle, string? variant)
    {
        if (visit.Products.FirstOrDefault(p => p.Handle == handle) is not { } product)
            return Layout.NotFound(visit, "product");
        var chosen = product.Variants.FirstOrDefault(v => v.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == variant)
            ?? product.Variants.FirstOrDefault(v => v.AvailableForSale) ?? product.Variants[0];
        return Layout.Page(visit, product.Title, Html.Of($"""
            <div class="wrap"><nav class="crumbs" aria-label="Where you are"><a href="/">Home</a> {Crumb(visit, product)}</nav>
            <article class="product">
              {Gallery(product, chosen)}
              <div class="details">
                <h1>{product.Title}</h1>
                <p class="facts"><span data-price>{VariantPrice(visit, chosen)}</span>{ProductCard.Rating(product)}</p>
                {Form(visit, product, chosen)}
                <div class="prose">{Html.Trusted(product.BodyHtml)}</div>
                {AllVariants(visit, product)}
              </div>
            </article>
            {Similar(visit, product)}</div>
            """), TextPage.FirstSentence(product.BodyHtml), product);
    }

    /// <summary>What a shopper needs to know of the stock.</summary>
    public static string Stock(Variant variant) => variant switch
    {
        { AvailableForSale: false } => "Sold out",
        { InventoryQuantity: <= 0 } => "Back-order, ships in 2–4 weeks",
        { InventoryQuantity: < 5 } => $"Only {variant.InventoryQuantity} left",
        _ => "In stock",
    };

    private static Html Crumb(Visit visit, Product product) => product.Collections.Select(visit.Store.Collections.ByHandle).OfType<Collection>().FirstOrDefault() is { } home
        ? Html.Of($"""<span aria-hidden="true">/</span> <a href="/collections/{home.Handle}">{home.Title}</a>""")
        : Html.Empty;

    private static Html Gallery(Product product, Variant chosen)
    {
        var first = chosen.Image ?? (product.Images.Count > 0 ? product.Images[0] : null);
        var thumbs = product.Images.Count < 2 ? Html.Empty : Html.Of($"""
            <ul class="thumbs">{product.Images.Select((image, i) => Html.Of($"""<li><button type="button" data-picture="{Visit.Picture(image)}" aria-label="Picture {i + 1}"><img src="{Visit.Picture(image)}" alt="" width="600" height="600" loading="lazy"></button></li>"""))}</ul>
            """);
        return Html.Of($"""<div class="gallery">{ProductCard.Picture(product, first, "picture main", alone: true)}{thumbs}</div>""");
    }

    private static Html Form(Visit visit, Product product, Variant chosen) => Html.Of($"""
        <form class="buy" data-buy data-title="{product.Title}" data-address="/products/{product.Handle}">
          <script type="application/json" data-variants>{Html.Trusted(Variants(visit, product))}</script>
          {product.Options.Where(o => o.Name != "Title").Select((o, i) => Choice(o, i, chosen))}
          <p class="stock {StockClass(chosen)}" data-stock aria-live="polite">{Stock(chosen)}</p>
          <button class="button" type="submit" data-add {(chosen.AvailableForSale ? "" : "disabled")}>Add to cart</button>
          <p class="said" data-said aria-live="polite"></p>
        </form>
        """);

    private static Html Choice(ProductOption option, int index, Variant chosen) => Html.Of($"""
        <fieldset><legend>{option.Name}</legend>{option.Values.Select((value, i) => Html.Of($"""
            <span class="pill"><input type="radio" id="o{index}-{i}" name="{option.Name}" value="{value}" {(chosen.Options.GetValueOrDefault(option.Name) == value ? "checked" : "")}><label for="o{index}-{i}">{value}</label></span>
            """))}</fieldset>
        """);

    private static Html VariantPrice(Visit visit, Variant variant) => variant.CompareAtPrice is { } before
        ? Html.Of($"""<span class="price sale">{visit.Money(variant.Price)}</span> <s><span class="hidden">was </span>{visit.Money(before)}</s>""")
        : Html.Of($"""<span class="price">{visit.Money(variant.Price)}</span>""");

    private static string StockClass(Variant variant) => variant.AvailableForSale ? variant.InventoryQuantity < 5 ? "low" : "in" : "out";

    private static Html AllVariants(Visit visit, Product product) => product.Variants.Count < 2 ? Html.Empty : Html.Of($"""
        <details><summary>All {product.Variants.Count} versions with price and stock</summary><div class="scroll" tabindex="0" role="region" aria-label="All versions"><table>
          <thead><tr><th scope="col">Version</th><th scope="col">Price</th><th scope="col">Stock</th><th scope="col">SKU</th></tr></thead>
          <tbody>{product.Variants.Select(v => Html.Of($"""<tr><td>{v.Title}</td><td>{visit.Money(v.Price)}</td><td>{Stock(v)}</td><td>{v.Sku}</td></tr>"""))}</tbody></table></div></details>
        """);

    private static Html Similar(Visit visit, Product product)
    {
        var others = visit.Products.Where(p => p.Id != product.Id && p.ProductType == product.ProductType)
            .OrderByDescending(p => p.Tags.Intersect(product.Tags).Count()).Take(4).ToList();
        return others.Count == 0 ? Html.Empty : Html.Of($"""<section aria-label="Similar things"><h2>Goes the same way</h2>{ProductCard.Grid(visit, others)}</section>""");
    }

    private static string Variants(Visit visit, Product product) => JsonSerializer.Serialize(product.Variants.Select(v => new
    {
        id = v.Id, options = v.Options, price = VariantPrice(visit, v).Text, amount = v.Price, money = visit.Money(v.Price), stock = Stock(v), kind = StockClass(v),
        available = v.AvailableForSale, title = v.Title, image = v.Image is { } image ? Visit.Picture(image) : null,
    }));
}
