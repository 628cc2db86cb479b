namespace Reva.Sandbox.Tests.Storefront;

[Collection(DemoShopPages.Name)]
public sealed class CatalogueTests(DemoShop shop)
{
    [Fact]
    public void The_shop_is_large_enough_to_get_lost_in()
    {
        Assert.True(shop.Store.Products.Count >= 220);
        Assert.True(shop.Store.Products.All.Select(p => p.ProductType).Distinct().Count() >= 12);
        Assert.True(shop.Store.Orders.Count >= 320);
        Assert.True(shop.Store.Customers.Count >= 120);
        Assert.True(shop.Store.Pages.Count >= 28);
        Assert.Superset(new HashSet<string> { "SHIPPING_POLICY", "REFUND_POLICY", "PRIVACY_POLICY", "TERMS_OF_SERVICE" }, shop.Store.Policies.All.Select(p => p.Type).ToHashSet());
    }

    [Fact]
    public void No_two_descriptions_share_more_than_half_of_their_sentences()
    {
        var told = shop.Store.Products.All.Select(p => (p.Handle, Sentences: Sentences(p.BodyHtml))).ToList();
        foreach (var (one, i) in told.Select((t, i) => (t, i)))
            Assert.All(told.Skip(i + 1), other => Assert.True(one.Sentences.Intersect(other.Sentences).Count() * 2 <= Math.Min(one.Sentences.Count, other.Sentences.Count), $"{one.Handle} and {other.Handle}"));
    }

    [Fact]
    public void A_description_says_enough_and_not_too_much() =>
        Assert.All(shop.Store.Products.All, p => Assert.InRange(DemoShop.Plain(p.BodyHtml).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 40, 120));

    [Fact]
    public void Stock_and_prices_come_in_every_kind()
    {
        var products = shop.Store.Products.All.ToList();
        var variants = products.SelectMany(p => p.Variants).ToList();
        Assert.Contains(products, p => p.Variants.All(v => !v.AvailableForSale));
        Assert.Contains(variants, v => v is { InventoryPolicy: "CONTINUE", InventoryQuantity: <= 0 });
        Assert.Contains(variants, v => v.InventoryQuantity is > 0 and < 5);
        Assert.Contains(variants, v => v.CompareAtPrice > v.Price);
        Assert.Equal(4, variants.Min(v => v.Price));
        Assert.InRange(variants.Max(v => v.Price), 850, 900);
        Assert.Superset(new HashSet<string> { "Color", "Colour", "Size", "Shoe size", "Material", "Capacity", "Finish" }, products.SelectMany(p => p.Options.Select(o => o.Name)).ToHashSet());
    }

    [Fact]
    public void No_two_variants_share_a_stock_number()
    {
        var twice = shop.Store.Products.All.SelectMany(p => p.Variants).GroupBy(v => v.Sku).Where(g => g.Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    private static HashSet<string> Sentences(string html) =>
        [.. html.Split(["</p>", "</li>", ". ", "! ", "? "], StringSplitOptions.RemoveEmptyEntries).Select(DemoShop.Plain).Where(s => s.Length > 0)];
}
