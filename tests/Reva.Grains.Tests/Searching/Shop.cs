using System.Collections.Immutable;
using Reva.Core;
using Reva.Core.Catalog;

namespace Reva.Grains.Tests.Searching;

/// <summary>Products for tests, short to write.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset Today = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    public static Product Sells(string title, string category = "", decimal price = 50, string description = "", params Variant[] variants)
    {
        var handle = title.ToLowerInvariant().Replace(' ', '-');
        return new()
        {
            Id = $"p/{handle}", Handle = handle, Title = title, Category = category, Description = description, Url = $"https://shop.example/products/{handle}",
            PublishedAt = Today.AddDays(-30), UpdatedAt = Today, Variants = variants.Length > 0 ? [.. variants] : [In(price: price)],
        };
    }

    public static Variant In(string? color = null, string? size = null, decimal price = 50, bool available = true, decimal? was = null) => new()
    {
        Id = $"v/{color}/{size}/{price}", Title = string.Join(" / ", new[] { color, size }.OfType<string>().DefaultIfEmpty("Default")),
        Price = new(price, "USD"), CompareAtPrice = was is { } before ? new Money(before, "USD") : null, Available = available, Stock = available ? 5 : 0,
        Color = color, Size = size,
        Options = [.. new[] { color is null ? null : new VariantOption("Color", color), size is null ? null : new VariantOption("Size", size) }.OfType<VariantOption>()],
    };
}
