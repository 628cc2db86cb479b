using Reva.Core.Catalog;
using Reva.Evaluations.Script;
using Reva.Evaluations.Stores;
using Product = Reva.Sandbox.Shopify.Store.Product;
using Variant = Reva.Sandbox.Shopify.Store.Variant;

namespace Reva.Evaluations.Checks;

/// <summary>Checks cards against what was asked, by the store's own data.</summary>
internal static class ProductsAsked
{
    public static void Are(ProductsExpected expected, Answer answer, Conversation talk, StoreFacts facts)
    {
        var cards = answer.Cards;
        Assert.True(cards.Count >= expected.Least, $"{cards.Count} products were shown, {expected.Least} expected: {answer.Text}");
        Assert.True(cards.Count <= (expected.Most ?? int.MaxValue), $"{cards.Count} products were shown, at most {expected.Most} expected: {answer.Text}");
        Assert.All(cards, card => Fits(expected, facts.Product(card.Handle)));
        Assert.All(expected.Among, handle => Assert.Contains(cards, c => c.Handle == handle));
        var before = talk.Shown.SelectMany(c => c).ToList();
        if (expected.CheaperThanBefore)
            Assert.All(cards, c => Assert.True(c.Price < talk.Shown[^1].Min(b => b.Price), $"{c.Title} at {c.Price} is not cheaper than all shown before."));
        if (expected.Others)
            Assert.DoesNotContain(cards, c => before.Exists(b => b.Handle == c.Handle));
        if (expected.CheapestFirst)
            Assert.Equal(cards.Min(c => c.Price), cards[0].Price);
    }

    private static void Fits(ProductsExpected expected, Product product)
    {
        Assert.True(product.Variants.Any(v => Fits(expected, product, v)), $"{product.Title} has no form that fits {expected}.");
        var words = $"{product.Title} {product.ProductType} {string.Join(' ', product.Tags)}";
        Assert.True(expected.Kind.Count == 0 || expected.Kind.Any(k => words.Contains(k, StringComparison.OrdinalIgnoreCase)), $"{product.Title} is none of {string.Join(", ", expected.Kind)}.");
        if (expected.NotKind is { } notKind)
            Assert.DoesNotContain(notKind, $"{product.Title} {product.ProductType}", StringComparison.OrdinalIgnoreCase);
        if (expected.Audience is { } audience)
            Assert.True(SuitsAudience(product, audience), $"{product.Title} is not for {audience}.");
    }

    private static bool Fits(ProductsExpected expected, Product product, Variant variant) =>
        variant.Price <= (expected.MaxPrice ?? decimal.MaxValue) && variant.Price >= (expected.MinPrice ?? 0)
        && (!expected.Available || variant.AvailableForSale)
        && (!expected.OnSale || variant.CompareAtPrice > variant.Price)
        && (expected.Size is not { } size || Values(variant, "size").Any(v => SizeNames.Matches(size, v)))
        && (expected.Color is not { } color || ColorsOf(product, variant).Any(c => ColorFamilies.Matches(color, c)))
        && (expected.NotColor is not { } unwanted || !ColorsOf(product, variant).Any(c => ColorFamilies.Matches(unwanted, c)));

    private static IEnumerable<string> ColorsOf(Product product, Variant variant) =>
        Values(variant, "colo", "finish").ToList() is { Count: > 0 } own ? own : product.Tags.Append(product.Title);

    private static IEnumerable<string> Values(Variant variant, params string[] names) =>
        variant.Options.Where(o => names.Any(n => o.Key.Contains(n, StringComparison.OrdinalIgnoreCase))).Select(o => o.Value);

    private static bool SuitsAudience(Product product, string audience)
    {
        string[] all = ["women", "men", "kids"];
        var named = all.Where(a => product.Tags.Contains(a, StringComparer.OrdinalIgnoreCase)).ToList();
        return named.Count == 0 || named.Contains(audience);
    }
}
