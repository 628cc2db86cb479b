using Reva.Core.Catalog;

namespace Reva.Agent.Tools;

/// <summary>Facts about a product in words; nothing here is invented.</summary>
public static class ProductText
{
    /// <summary>'$89', '$89 to $120'.</summary>
    public static string Price(Product product) =>
        product.PriceFrom == product.PriceTo ? product.PriceFrom.ToText() : $"{product.PriceFrom.ToText()} to {product.PriceTo.ToText()}";

    /// <summary>The price before a sale, when the cheapest offer is on sale.</summary>
    public static string? WasPrice(Product product) =>
        product.Variants.Where(v => v.Available && v.CompareAtPrice is { } was && was.Amount > v.Price.Amount)
            .OrderBy(v => v.Price.Amount).FirstOrDefault()?.CompareAtPrice?.ToText();

    /// <summary>'In stock', 'Only 3 left', 'Sold out', 'Available to order'.</summary>
    public static string Stock(Product product)
    {
        if (!product.Available)
            return "Sold out";
        var counts = product.Variants.Where(v => v.Available).Select(v => v.Stock).ToList();
        if (counts.Exists(c => c is null))
            return "In stock";
        var pieces = counts.Sum(c => Math.Max(0, c!.Value));
        return pieces switch { 0 => "Available to order", <= 5 => $"Only {pieces} left", _ => "In stock" };
    }

    /// <summary>As <see cref="Stock(Product)"/> for one variant.</summary>
    public static string Stock(Variant variant) => (variant.Available, variant.Stock) switch
    {
        (false, _) => "sold out",
        (true, null) => "in stock",
        (true, <= 0) => "available to order",
        (true, <= 5 and var left) => $"in stock, only {left} left",
        _ => "in stock",
    };
}
